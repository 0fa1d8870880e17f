import type { Transaction } from '@triptych/db'
import { failure, type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { roleOfMember } from '../store/organizations.ts'
import type { IdentityTables } from '../store/tables.ts'
import { writeInOrganization } from './in-organization.ts'

interface Place {
  readonly id: string
  readonly team_id: string
  readonly user_id: string
}

async function requireTeam({ query }: Transaction<IdentityTables>, place: Place): Promise<void> {
  const team = await query
    .selectFrom('teams')
    .select('id')
    .where('id', '=', place.team_id)
    .where('organization_id', '=', place.id)
    .executeTakeFirst()
  if (team === undefined) throw failure(errors.team_not_found)
}

export const addTeamMember =
  (deps: Deps): HandlerOf<typeof identityContract, 'addTeamMember'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, _inside, audit) => {
        await requireTeam(transaction, input)
        const role = await roleOfMember(transaction.query, input.id, input.user_id)
        if (role === undefined) throw failure(errors.member_not_found)
        await transaction.query
          .insertInto('team_members')
          .values({
            team_id: input.team_id,
            organization_id: input.id,
            user_id: input.user_id,
            added_at: isoTime(deps.clock),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        audit(transaction, {
          action: 'identity.team.member_added',
          target: `team:${input.team_id}`,
          references: { user_id: input.user_id },
        })
        transaction.remember()
      },
    )

export const removeTeamMember =
  (deps: Deps): HandlerOf<typeof identityContract, 'removeTeamMember'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, _inside, audit) => {
        await requireTeam(transaction, input)
        const removed = await transaction.query
          .deleteFrom('team_members')
          .where('team_id', '=', input.team_id)
          .where('user_id', '=', input.user_id)
          .returning('user_id')
          .executeTakeFirst()
        if (removed === undefined) throw failure(errors.member_not_found)
        audit(transaction, {
          action: 'identity.team.member_removed',
          target: `team:${input.team_id}`,
          references: { user_id: input.user_id },
        })
        transaction.remember()
      },
    )
