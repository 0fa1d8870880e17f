import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const listTeamsOf =
  (deps: Deps): HandlerOf<typeof identityContract, 'listTeamsOf'> =>
  async (context, input) => {
    const inside = {
      ...actingFor(context, input.user_id),
      tenant: { organizationId: input.organization_id, role: 'member' as const },
    }
    const items = await deps.db.read(inside, (query) =>
      query
        .selectFrom('team_members')
        .innerJoin('teams', 'teams.id', 'team_members.team_id')
        .select(['teams.id', 'teams.name'])
        .where('team_members.user_id', '=', input.user_id)
        .where('team_members.organization_id', '=', input.organization_id)
        .orderBy('teams.id')
        .execute(),
    )
    return { items }
  }
