import type { Transaction } from '@triptych/db'
import { type Kysely, sql } from 'kysely'
import { events } from '../contract/events.ts'
import { hashOf } from '../domain/refresh-token.ts'
import type { IdentityTables, Role } from './tables.ts'

type Query = Kysely<IdentityTables>

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface Membership {
  readonly id: string
  readonly name: string
  readonly role: Role
}

const openMemberships = (query: Query, userId: string) =>
  query
    .selectFrom('organization_members')
    .innerJoin('organizations', 'organizations.id', 'organization_members.organization_id')
    .select(['organizations.id', 'organizations.name', 'organization_members.role'])
    .where('organization_members.user_id', '=', userId)
    .where('organizations.closed_at', 'is', null)
    .orderBy('organizations.id')

export const membershipsOf = (query: Query, userId: string): Promise<Membership[]> =>
  openMemberships(query, userId).execute()

export const pageOfMemberships = (query: Query, userId: string, page: Page): Promise<Membership[]> => {
  const all = openMemberships(query, userId).limit(page.limit + 1)
  return (page.cursor === undefined ? all : all.where('organizations.id', '>', page.cursor)).execute()
}

export const membershipIn = (
  query: Query,
  userId: string,
  organizationId: string,
): Promise<Membership | undefined> =>
  openMemberships(query, userId).where('organizations.id', '=', organizationId).executeTakeFirst()

/** One change of roles after the other, so that two owners cannot leave at once. */
export const lockOrganization = (query: Query, organizationId: string) =>
  query
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', organizationId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** Whose invitation a link is, before anybody is known. */
export async function findInvitation(query: Query, token: string) {
  const found = await sql<{ id: string; organization_id: string }>`
    select * from find_invitation(${hashOf(token)})`.execute(query)
  return found.rows[0]
}

export const roleOfMember = async (query: Query, organizationId: string, userId: string) => {
  const found = await query
    .selectFrom('organization_members')
    .select('role')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return found?.role
}

export async function countOwners(query: Query, organizationId: string): Promise<number> {
  const owners = await query
    .selectFrom('organization_members')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .execute()
  return owners.length
}

/** Members of the organisation that the call acts in. */
export async function listMembersOf(query: Query, organizationId: string, page: Page, only?: string) {
  const after = page.cursor ?? null
  const found = await sql<{
    user_id: string
    email: string
    full_name: string
    role: Role
    joined_at: string
  }>`
    select m.user_id, p.email, p.full_name, m.role, m.joined_at
      from organization_members m join people_of_organization() p on p.user_id = m.user_id
     where m.organization_id = ${organizationId}
       and (${after}::uuid is null or m.user_id > ${after}::uuid)
       and (${only ?? null}::uuid is null or m.user_id = ${only ?? null}::uuid)
     order by m.user_id limit ${page.limit + 1}`.execute(query)
  return found.rows
}

export interface NewOrganization {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly wrappedKey: Uint8Array
  readonly now: string
}

/** An organisation with its owner and its key. The call must act in it. */
export async function insertOrganization(
  { query, emit }: Transaction<IdentityTables>,
  organization: NewOrganization,
): Promise<void> {
  const { id, name, ownerId, wrappedKey, now } = organization
  await query
    .insertInto('organizations')
    .values({ id, name, created_at: now, updated_at: now, closed_at: null })
    .execute()
  await query
    .insertInto('organization_members')
    .values({ organization_id: id, user_id: ownerId, role: 'owner', joined_at: now })
    .execute()
  await query
    .insertInto('data_keys')
    .values({ subject_id: id, subject_kind: 'organization', wrapped_key: wrappedKey, created_at: now })
    .execute()
  emit(events.organizationCreated, { organizationId: id, userId: ownerId }, { organizationId: id })
}

export async function soleOwnedOrganizations(query: Query): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`select * from solely_owned_organizations()`.execute(
    query,
  )
  return found.rows
}

/** Nobody acts in it from now on; what it holds is erased by those who hear of it. */
export async function closeOrganizations(
  { query, emit }: Transaction<IdentityTables>,
  organizations: readonly { id: string }[],
  at: string,
): Promise<void> {
  for (const { id } of organizations) {
    await query
      .updateTable('organizations')
      .set({ closed_at: at, updated_at: at })
      .where('id', '=', id)
      .execute()
    emit(events.organizationClosed, { organizationId: id, closedAt: at }, { organizationId: id })
  }
}
