export { licensingContract } from './contract.ts'
export { errors as licensingErrors } from './errors.ts'
export { licenseChanged, licenseIssued, seatLeft, seatTaken } from './events.ts'
