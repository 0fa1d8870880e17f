import type { Email } from '../../api/api.ts'

export const statuses = [
  'queued',
  'sending',
  'sent',
  'failed',
  'dead',
  'skipped',
] as const satisfies readonly Email['status'][]

export const templates = [
  'verify_email',
  'email_already_registered',
  'password_reset',
  'password_changed',
  'organization_invitation',
  'account_deleted',
  'weekly_summary',
] as const satisfies readonly Email['template'][]
