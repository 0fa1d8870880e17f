import { type HandlerOf, toPage } from '@triptych/kernel'
import type { privacyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { trailForAdmin, trailOfOrganization } from '../store/audit-trail.ts'
import type { AuditEntryRow } from '../store/tables.ts'

export const listAuditTrail =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof privacyContract, 'listAuditTrail'> =>
  async (context, filter) =>
    pageOf(await db.read(context, (query) => trailForAdmin(query, filter)), filter.limit)

export const listOrganizationTrail =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof privacyContract, 'listOrganizationTrail'> =>
  async (context, filter) => {
    const organizationId = context.tenant?.organizationId ?? ''
    const rows = await db.read(context, (query) => trailOfOrganization(query, organizationId, filter))
    return pageOf(rows, filter.limit)
  }

function pageOf(rows: readonly AuditEntryRow[], limit: number) {
  const page = toPage(rows, limit)
  return { ...page, items: page.items.map(toEntry) }
}

const toEntry = (row: AuditEntryRow) => ({
  id: row.id,
  tenant_kind: row.tenant_kind as 'user' | 'organization' | 'system',
  tenant_id: row.tenant_id === '' ? null : row.tenant_id,
  position: Number(row.position),
  action: row.action,
  target: row.target,
  occurred_at: row.occurred_at,
  actor_user_id: row.actor_user_id,
  references: row.refs,
})
