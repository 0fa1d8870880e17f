import { actingFor, type Context } from '@triptych/kernel'
import type { Deps } from '../deps.ts'
import type { AuditEntryRow } from './tables.ts'

/** What the audit chains hold about a person, with address and device while they can be read. */
export async function auditOfPerson(
  deps: Pick<Deps, 'db' | 'ciphers'>,
  context: Context,
  userId: string,
): Promise<Record<string, unknown>[]> {
  const acting = actingFor(context, userId)
  const rows = (await deps.db.read(acting, (query) =>
    query
      .selectFrom('audit_entries')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('actor_user_id', '=', userId),
          eb.and([eb('tenant_kind', '=', 'user'), eb('tenant_id', '=', userId)]),
        ]),
      )
      .orderBy('id')
      .execute(),
  )) as unknown as AuditEntryRow[]
  const cipher = await deps.ciphers.cipherOf(acting, userId)
  const personalOf = (row: AuditEntryRow): unknown => {
    if (row.sealed_personal === null || row.actor_user_id !== userId) return null
    try {
      const cell = { table: 'audit', column: 'sealed_personal', row: userId }
      return JSON.parse(cipher.decrypt(row.sealed_personal, cell)) as unknown
    } catch {
      return null
    }
  }
  return rows.map((row) => ({
    action: row.action,
    target: row.target,
    occurred_at: row.occurred_at,
    references: row.refs,
    personal: personalOf(row),
  }))
}
