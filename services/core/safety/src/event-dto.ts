import type { z } from 'zod'
import type { safetyEvent } from './contract/schemas.ts'
import type { SafetyEventRow } from './store/tables.ts'

/** An event as an admin sees it: what fired, nothing of what was written. */
export const toDto = (row: SafetyEventRow): z.input<typeof safetyEvent> => ({
  id: row.id,
  path: row.path as z.input<typeof safetyEvent>['path'],
  rule: row.rule,
  family: row.family,
  severity: row.severity,
  language: row.language,
  confirmed_by: row.confirmed_by,
  disputed_at: row.disputed_at,
  review: row.review,
  created_at: row.created_at,
})
