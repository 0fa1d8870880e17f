import { identityErrors } from '@triptych/identity/contract'
import { type Context, type HandlerOf, isFailure, isoTime, toPage } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { viewLicenses } from '../license-view.ts'
import { listEveryLicense } from '../store/licenses.ts'

type ListDeps = Pick<Deps, 'db' | 'clock' | 'identity'>

export const listAllLicenses =
  (deps: ListDeps): HandlerOf<typeof licensingContract, 'listAllLicenses'> =>
  async (context, { status, search, cursor, limit }) => {
    const { db, clock } = deps
    const wanted = await searchOf(deps, context, search?.trim() ?? '')
    const { rows, views } = await db.read(context, async (query) => {
      const found = await listEveryLicense(query, {
        ...wanted,
        status: status ?? null,
        now: isoTime(clock),
        cursor: cursor ?? null,
        limit,
      })
      return { rows: found, views: await viewLicenses(query, clock, found) }
    })
    const names = await namesOf(deps, context, new Set(rows.map((row) => row.organization_id)))
    const items = views.map((view, index) => {
      const id = rows[index]?.organization_id ?? ''
      return { ...view, organization: { id, name: names.get(id) ?? null } }
    })
    return toPage(items, limit)
  }

/** A search is the beginning of a key, or part of the address of somebody in the organisation. */
async function searchOf({ identity }: ListDeps, context: Context, search: string) {
  if (search === '') return { prefix: null, organizations: null }
  const typed = search.toUpperCase()
  if (typed.startsWith('CODITECT')) return { prefix: typed.slice(0, 13), organizations: null }
  const people = await identity.listUsers(context, { search, limit: 100 })
  const memberships = await Promise.all(
    people.items.map(({ id }) => identity.listOrganizationsOf(context, { user_id: id })),
  )
  const organizations = new Set(memberships.flatMap(({ items }) => items.map(({ id }) => id)))
  return { prefix: null, organizations: [...organizations] }
}

async function namesOf(
  { identity }: ListDeps,
  context: Context,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    Array.from(ids, (id) =>
      identity.getOrganization(context, { organization_id: id }).catch((error: unknown) => {
        if (isFailure(error, identityErrors.organization_not_found)) return undefined
        throw error
      }),
    ),
  )
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one.name] as const])))
}
