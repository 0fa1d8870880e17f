export { safetyContract } from './contract.ts'
export { errors as safetyErrors } from './errors.ts'
export { crisisRecorded } from './events.ts'
export { type Crisis, crisis as crisisSchema } from './schemas.ts'
