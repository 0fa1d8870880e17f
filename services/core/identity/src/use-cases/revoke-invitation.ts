import { failure, type HandlerOf, isoTime } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { writeInOrganization } from './in-organization.ts'

export const revokeInvitation =
  (deps: Deps): HandlerOf<typeof identityContract, 'revokeInvitation'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, _inside, audit) => {
        const ended = await transaction.query
          .updateTable('invitations')
          .set({ ended_at: isoTime(deps.clock), end_reason: 'withdrawn' })
          .where('id', '=', input.invitation_id)
          .where('organization_id', '=', input.id)
          .where('ended_at', 'is', null)
          .returning('id')
          .executeTakeFirst()
        if (ended === undefined) throw failure(errors.invitation_not_found)
        audit(transaction, {
          action: 'identity.invitation.revoked',
          target: `invitation:${input.invitation_id}`,
        })
        transaction.remember()
      },
    )
