import { type HandlerOf, toPage } from '@triptych/kernel'
import { type Kysely, sql } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { IdentityTables } from '../store/tables.ts'
import { readInOrganization } from './in-organization.ts'

export const listTeams =
  (deps: Deps): HandlerOf<typeof identityContract, 'listTeams'> =>
  async (context, input) => {
    const scope = { organizationId: input.id, least: 'member' as const }
    return readInOrganization(deps, context, scope, async (query) => {
      const all = query
        .selectFrom('teams')
        .select(['id', 'name', 'created_at'])
        .where('organization_id', '=', input.id)
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
      const rows = await (input.cursor === undefined ? all : all.where('id', '<', input.cursor)).execute()
      const page = toPage(rows, input.limit)
      const people = await peopleOf(
        query,
        page.items.map((team) => team.id),
      )
      const items = page.items.map((team) => ({
        ...team,
        members: people
          .filter((person) => person.team_id === team.id)
          .map(({ user_id, full_name }) => ({ user_id, full_name })),
      }))
      return { ...page, items }
    })
  }

async function peopleOf(query: Kysely<IdentityTables>, teamIds: string[]) {
  if (teamIds.length === 0) return []
  const found = await sql<{ team_id: string; user_id: string; full_name: string }>`
    select t.team_id, p.user_id, p.full_name
      from team_members t join people_of_organization() p on p.user_id = t.user_id
     where t.team_id in (${sql.join(teamIds)})
     order by t.added_at, p.user_id`.execute(query)
  return found.rows
}
