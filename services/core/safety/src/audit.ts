import type { Transaction } from '@triptych/db'
import { auditRecorded, type Clock, isoTime } from '@triptych/kernel'
import type { SafetyTables } from './store/tables.ts'

interface AuditEntry {
  readonly what: 'recorded' | 'disputed' | 'reviewed'
  readonly eventId: string
  readonly userId: string
  readonly actorId: string
}

/** Says that something happened to an event, and nothing of what it was about: the chain outlives the account. */
export function audit(
  { emit }: Transaction<SafetyTables>,
  clock: Clock,
  { what, eventId, userId, actorId }: AuditEntry,
): void {
  emit(auditRecorded, {
    tenantKind: 'user',
    tenantId: userId,
    action: `safety.event.${what}`,
    target: `safety_event:${eventId}`,
    occurredAt: isoTime(clock),
    actorUserId: actorId,
  })
}
