export { metricsContract } from './contract.ts'
export { errors as metricsErrors } from './errors.ts'
