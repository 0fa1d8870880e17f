export { notificationsContract } from './contract.ts'
export { errors as notificationsErrors } from './errors.ts'
export { type PushKindName, pushKindNames } from './push-kinds.ts'
export { type TemplateName, templates } from './templates.ts'
