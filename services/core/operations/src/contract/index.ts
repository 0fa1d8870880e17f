export { operationsContract } from './contract.ts'
export { errors as operationsErrors } from './errors.ts'
