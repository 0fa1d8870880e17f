export { turnContract } from './contract.ts'
export { errors as turnErrors } from './errors.ts'
export { turnCreated, turnDeleted, turnSaved } from './events.ts'
