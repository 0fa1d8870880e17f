export { mirrorContract } from './contract.ts'
export { errors as mirrorErrors } from './errors.ts'
export {
  messageAnalysed,
  messageDeleted,
  messageWithdrawn,
  sessionClosed,
  sessionDeleted,
  sessionStarted,
} from './events.ts'
