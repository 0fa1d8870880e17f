import { failure, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { writeInOrganization } from './in-organization.ts'

export const deleteTeam =
  (deps: Deps): HandlerOf<typeof identityContract, 'deleteTeam'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, _inside, audit) => {
        const deleted = await transaction.query
          .deleteFrom('teams')
          .where('id', '=', input.team_id)
          .where('organization_id', '=', input.id)
          .returning('id')
          .executeTakeFirst()
        if (deleted === undefined) throw failure(errors.team_not_found)
        audit(transaction, { action: 'identity.team.deleted', target: `team:${input.team_id}` })
        transaction.remember()
      },
    )
