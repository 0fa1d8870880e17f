import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { writeInOrganization } from './in-organization.ts'

export const createTeam =
  (deps: Deps): HandlerOf<typeof identityContract, 'createTeam'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, _inside, audit) => {
        const row = { id: deps.newId(), name: input.name, created_at: isoTime(deps.clock) }
        await transaction.query
          .insertInto('teams')
          .values({ ...row, organization_id: input.id })
          .execute()
        audit(transaction, { action: 'identity.team.created', target: `team:${row.id}` })
        const answer = { ...row, members: [] }
        transaction.remember(answer)
        return answer
      },
    )
