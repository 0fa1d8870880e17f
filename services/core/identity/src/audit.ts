import type { Transaction } from '@triptych/db'
import { auditRecorded, type Clock, type Context, isoTime } from '@triptych/kernel'
import type { Ciphers } from '@triptych/runtime'
import type { Cipher } from '@triptych/vault'
import type { IdentityTables } from './store/tables.ts'

export interface AuditEntry {
  /** `identity.thing.verb` */
  readonly action: string
  /** `kind:id` */
  readonly target: string
  /** Ids and codes, never a person's text. */
  readonly references?: Record<string, string>
  /** Joins the organisation's chain instead of the person's. */
  readonly organizationId?: string
}

/** Records entries in the transaction of what they are about. */
export type Audit = (transaction: Transaction<IdentityTables>, entry: AuditEntry) => void

/** The place of a sealed address, for whoever opens it again. */
const cell = { table: 'audit', column: 'sealed_personal' }

/** Fetches the person's key before the transaction begins; a person without one leaves no address behind. */
export async function auditOf(
  deps: { ciphers: Ciphers; clock: Clock },
  context: Context,
  userId: string,
): Promise<Audit> {
  const cipher = await deps.ciphers.cipherOf(context, userId).catch(() => undefined)
  return auditWith(deps, context, userId, cipher)
}

export const auditWith =
  (deps: { clock: Clock }, context: Context, userId: string, cipher: Cipher | undefined): Audit =>
  ({ emit }, entry) => {
    const personal = JSON.stringify({ ip: context.ip ?? null, user_agent: context.userAgent ?? null })
    const body = {
      tenantKind: entry.organizationId === undefined ? 'user' : 'organization',
      tenantId: entry.organizationId ?? userId,
      action: entry.action,
      target: entry.target,
      occurredAt: isoTime(deps.clock),
      actorUserId: userId,
      references: entry.references ?? {},
      sealedPersonal: cipher?.encrypt(personal, { ...cell, row: userId }) ?? new Uint8Array(),
    }
    emit(auditRecorded, body, {
      userId,
      ...(entry.organizationId === undefined ? {} : { organizationId: entry.organizationId }),
    })
  }
