export { privacyContract } from './contract.ts'
export { errors as privacyErrors } from './errors.ts'
export { type DataHolder, dataHolders } from './holders.ts'
