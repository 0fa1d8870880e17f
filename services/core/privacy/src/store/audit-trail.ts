import { type Kysely, sql } from 'kysely'
import type { AuditEntryRow, PrivacyTables } from './tables.ts'

type Query = Kysely<PrivacyTables>

export interface TrailFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  /** How the action begins. */
  readonly action?: string | undefined
  readonly actor_user_id?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export interface TenantFilter {
  readonly tenant_kind?: string | undefined
  readonly tenant_id?: string | undefined
}

/** One more than asked for, to tell whether there is another page. */
export async function trailForAdmin(
  query: Query,
  { limit, ...filter }: TrailFilter & TenantFilter,
): Promise<AuditEntryRow[]> {
  const found = await sql<AuditEntryRow>`select * from audit_trail_for_admin(
    ${filter.tenant_kind ?? null}, ${filter.tenant_id ?? null}, ${filter.action ?? null},
    ${filter.actor_user_id ?? null}, ${filter.since ?? null}, ${filter.until ?? null},
    ${filter.cursor ?? null}, ${limit + 1})`.execute(query)
  return found.rows
}

/** The same of one organisation, which the transaction is bound to. */
export async function trailOfOrganization(
  query: Query,
  organizationId: string,
  { limit, cursor, action, actor_user_id: actor, since, until }: TrailFilter,
): Promise<AuditEntryRow[]> {
  let found = query
    .selectFrom('audit_entries')
    .selectAll()
    .where('tenant_kind', '=', 'organization')
    .where('tenant_id', '=', organizationId)
  if (cursor !== undefined) found = found.where('id', '<', cursor)
  if (action !== undefined) found = found.where(sql<boolean>`starts_with(action, ${action})`)
  if (actor !== undefined) found = found.where('actor_user_id', '=', actor)
  if (since !== undefined) found = found.where('occurred_at', '>=', since)
  if (until !== undefined) found = found.where('occurred_at', '<', until)
  return found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
