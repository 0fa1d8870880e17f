import type { Transaction } from '@triptych/db'
import { auditRecorded, type Clock, type Context, isoTime, userIdOf } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { LicensingTables } from './store/tables.ts'

export interface AuditEntry {
  /** `licensing.thing.verb` */
  readonly action: string
  /** `kind:id` */
  readonly target: string
  /** Ids and codes, never a person's text. */
  readonly references?: Record<string, string>
}

/** Records entries in the organisation's chain, in the transaction of what they are about. */
export type Audit = (
  transaction: Pick<Transaction<LicensingTables>, 'emit'>,
  organizationId: string,
  entry: AuditEntry,
) => void

/**
 * Fetches a key for address, program and reason before the transaction begins: the person's, or the organisation's where
 * a machine acts. Without one they leave no trace behind.
 */
export async function auditOf(
  deps: { ciphers: Ciphers; clock: Clock },
  context: Context,
  organizationId: string,
  note?: string,
): Promise<Audit> {
  const userId = userIdOf(context.actor)
  const subject = userId ?? organizationId
  const isWorthSealing = context.ip !== undefined || context.userAgent !== undefined || note !== undefined
  const cipher = isWorthSealing
    ? await deps.ciphers.cipherOf(context, subject).catch(() => undefined)
    : undefined
  const personal = JSON.stringify({
    ip: context.ip ?? null,
    user_agent: context.userAgent ?? null,
    ...(note === undefined ? {} : { reason: note }),
  })
  const cell = { table: 'audit', column: 'sealed_personal', row: subject }
  return ({ emit }, organization, entry) => {
    const body = {
      tenantKind: 'organization',
      tenantId: organization,
      action: entry.action,
      target: entry.target,
      occurredAt: isoTime(deps.clock),
      actorUserId: userId ?? '',
      references: entry.references ?? {},
      sealedPersonal: cipher?.encrypt(personal, cell) ?? new Uint8Array(),
    }
    emit(auditRecorded, body, { ...(userId === undefined ? {} : { userId }), organizationId: organization })
  }
}
