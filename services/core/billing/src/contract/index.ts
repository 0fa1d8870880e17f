export { billingContract } from './contract.ts'
export { errors as billingErrors } from './errors.ts'
export { subscriptionChanged } from './events.ts'
