export { __camel__Contract } from './contract.ts'
export { entryCreated } from './events.ts'
export { errors as __camel__Errors } from './errors.ts'
