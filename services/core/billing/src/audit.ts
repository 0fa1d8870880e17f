import type { Transaction } from '@triptych/db'
import { auditRecorded, type Clock, isoTime } from '@triptych/kernel'
import type { BillingTables } from './store/tables.ts'

export interface AuditEntry {
  /** `billing.thing.verb` */
  readonly action: string
  /** `kind:id` */
  readonly target: string
  /** Ids and codes, never a person's text. */
  readonly references?: Record<string, string>
  /** Who did it; absent when nobody of ours did. */
  readonly actorUserId?: string
}

/** Records in an organisation's chain, in the transaction of what it is about. */
export function auditOrganization(
  { clock }: { readonly clock: Clock },
  { emit }: Pick<Transaction<BillingTables>, 'emit'>,
  organizationId: string,
  { references = {}, actorUserId = '', ...entry }: AuditEntry,
): void {
  emit(
    auditRecorded,
    {
      tenantKind: 'organization',
      tenantId: organizationId,
      ...entry,
      actorUserId,
      references,
      occurredAt: isoTime(clock),
    },
    { organizationId },
  )
}

/** Records in the deployment's own chain what an administrator did. */
export const auditSystem = (
  { clock }: { readonly clock: Clock },
  { emit }: Pick<Transaction<BillingTables>, 'emit'>,
  { references = {}, actorUserId = '', ...entry }: AuditEntry,
): void =>
  emit(auditRecorded, {
    tenantKind: 'system',
    tenantId: '',
    ...entry,
    actorUserId,
    references,
    occurredAt: isoTime(clock),
  })
