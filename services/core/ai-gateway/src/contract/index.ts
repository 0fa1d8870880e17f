export { aiGatewayContract } from './contract.ts'
export { errors as aiGatewayErrors } from './errors.ts'
export { budgetThresholdReached } from './events.ts'
export { aggregates, fragment, fragmentType, microAction, reframe } from './schemas.ts'
