import { type Kysely, sql } from 'kysely'
import type { LicenseStatus } from '../contract/schemas.ts'
import type { LicenseRef } from '../domain/references.ts'
import type { LicenseRow, LicensingTables } from './tables.ts'

type Query = Kysely<LicensingTables>

/** Holds the licence: what may be granted is decided by one after the other. */
export const lockLicense = (query: Query, licenseId: string): Promise<LicenseRow | undefined> =>
  query.selectFrom('licenses').selectAll().where('id', '=', licenseId).forUpdate().executeTakeFirst()

export const findLicense = (query: Query, licenseId: string): Promise<LicenseRow | undefined> =>
  query.selectFrom('licenses').selectAll().where('id', '=', licenseId).executeTakeFirst()

export const lockLicenseOf = (query: Query, subscriptionId: string): Promise<LicenseRow | undefined> =>
  query
    .selectFrom('licenses')
    .selectAll()
    .where('subscription_id', '=', subscriptionId)
    .forUpdate()
    .executeTakeFirst()

export const lockLicensesOf = (query: Query, organizationId: string): Promise<LicenseRow[]> =>
  query
    .selectFrom('licenses')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .forUpdate()
    .execute()

/** What is said of a licence when it is issued; the rest begins as its column says. */
export type NewLicense = Omit<
  LicenseRow,
  | 'approved_machines_only'
  | 'require_member'
  | 'epoch'
  | 'activated_at'
  | 'last_renewal_at'
  | 'copy_epoch'
  | 'seats_moved_at'
>

/** False when the subscription has its licence already. */
export async function insertLicense(query: Query, row: NewLicense): Promise<boolean> {
  const inserted = await query
    .insertInto('licenses')
    .values({ ...row, features: JSON.stringify(row.features) })
    .onConflict((conflict) => conflict.constraint('licenses__subscription_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const updateLicense = (query: Query, licenseId: string, change: Partial<LicenseRow>) => {
  const { features, ...rest } = change
  return query
    .updateTable('licenses')
    .set({ ...rest, ...(features === undefined ? {} : { features: JSON.stringify(features) }) })
    .where('id', '=', licenseId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Says when the first machine came, once. */
export async function activate(query: Query, licenseId: string, at: string): Promise<void> {
  await query
    .updateTable('licenses')
    .set({ activated_at: at })
    .where('id', '=', licenseId)
    .where('activated_at', 'is', null)
    .execute()
}

export async function licenseOfKey(query: Query, hash: Uint8Array): Promise<LicenseRef | undefined> {
  const { rows } = await sql<{ license_id: string; organization_id: string }>`
    select * from license_of_key(${hash})`.execute(query)
  const [found] = rows
  return found && { licenseId: found.license_id, organizationId: found.organization_id }
}

export async function organizationOfLicense(query: Query, licenseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ organization_id: string }>`
    select * from organization_of_license(${licenseId})`.execute(query)
  return rows[0]?.organization_id
}

export interface SeatCount {
  readonly used: number
  readonly offline: number
}

/** Seats in use, by licence. The caller may see these licences. */
export async function seatsOf(
  query: Query,
  licenseIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, SeatCount>> {
  if (licenseIds.length === 0) return new Map()
  const { rows } = await sql<SeatCount & { license_id: string }>`
    select * from seats_of(${sql.val([...licenseIds])}::uuid[], ${now})`.execute(query)
  return new Map(rows.map(({ license_id: id, used, offline }) => [id, { used, offline }]))
}

export interface PlanUsage {
  readonly plan_id: string
  readonly licenses: number
  readonly seats: number
  readonly used: number
}

export async function seatUsage(query: Query, now: string): Promise<PlanUsage[]> {
  return (await sql<PlanUsage>`select * from seat_usage(${now})`.execute(query)).rows
}

export interface LicenseFilter {
  readonly status?: LicenseStatus | undefined
  readonly tier?: string | undefined
  readonly expiresBefore?: string | undefined
  readonly expiresAfter?: string | undefined
  readonly subscriptionId?: string | undefined
  readonly now: string
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Licences of the organisation that the call acts in, newest first, one more than asked for. */
export function listLicensesOf(query: Query, filter: LicenseFilter): Promise<LicenseRow[]> {
  const { now } = filter
  const status = sql<LicenseStatus>`case when status = 'active' and grace_period_ends_at <= ${now}
    then 'suspended' else status end`
  let found = query
    .selectFrom('licenses')
    .selectAll()
    .where('organization_id', '=', sql<string>`platform.organization_id()`)
  if (filter.status !== undefined) found = found.where(status, '=', filter.status)
  if (filter.tier !== undefined) found = found.where('plan_id', '=', filter.tier)
  if (filter.expiresBefore !== undefined) found = found.where('expires_at', '<', filter.expiresBefore)
  if (filter.expiresAfter !== undefined) found = found.where('expires_at', '>', filter.expiresAfter)
  if (filter.subscriptionId !== undefined) found = found.where('subscription_id', '=', filter.subscriptionId)
  if (filter.cursor !== undefined) found = found.where('id', '<', filter.cursor)
  return found
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

export interface AdminFilter {
  readonly status: LicenseStatus | null
  readonly prefix: string | null
  readonly organizations: readonly string[] | null
  readonly now: string
  readonly cursor: string | null
  readonly limit: number
}

export async function listEveryLicense(query: Query, filter: AdminFilter): Promise<LicenseRow[]> {
  const organizations = filter.organizations === null ? null : [...filter.organizations]
  const { rows } = await sql<LicenseRow>`
    select * from list_licenses(
      ${filter.status}, ${filter.prefix}, ${sql.val(organizations)}::uuid[], ${filter.now}, ${filter.cursor},
      ${filter.limit + 1}
    )`.execute(query)
  return rows
}
