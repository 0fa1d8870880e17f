import { failure, type HandlerOf } from '@triptych/kernel'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { mayManage } from '../domain/roles.ts'
import { countOwners, roleOfMember } from '../store/organizations.ts'
import { writeInOrganization } from './in-organization.ts'

export const removeMember =
  (deps: Deps): HandlerOf<typeof identityContract, 'removeMember'> =>
  async (context, input) => {
    await writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'member' },
      async (transaction, { userId, membership }, audit) => {
        const { query, emit } = transaction
        const current = await roleOfMember(query, input.id, input.user_id)
        if (current === undefined) throw failure(errors.member_not_found)
        const leaves = input.user_id === userId
        if (!leaves && !mayManage(membership.role, current)) throw failure(errors.role_required)
        if (current === 'owner' && (await countOwners(query, input.id)) < 2) throw failure(errors.last_owner)
        await query
          .deleteFrom('organization_members')
          .where('organization_id', '=', input.id)
          .where('user_id', '=', input.user_id)
          .execute()
        emit(events.organizationMemberRemoved, { organizationId: input.id, userId: input.user_id })
        audit(transaction, {
          action: leaves ? 'identity.organization.left' : 'identity.organization.member_removed',
          target: `user:${input.user_id}`,
        })
        transaction.remember()
      },
    )
    // Programs of that person in this organisation end with the membership.
    await markChangedSoon(deps, input.user_id)
  }
