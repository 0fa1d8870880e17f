import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { writeInOrganization } from './in-organization.ts'

export const renameOrganization =
  (deps: Deps): HandlerOf<typeof identityContract, 'renameOrganization'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, { membership }, audit) => {
        await transaction.query
          .updateTable('organizations')
          .set({ name: input.name, updated_at: isoTime(deps.clock) })
          .where('id', '=', input.id)
          .execute()
        audit(transaction, {
          action: 'identity.organization.renamed',
          target: `organization:${input.id}`,
        })
        const answer = { ...membership, name: input.name }
        transaction.remember(answer)
        return answer
      },
    )
