import { failure, type HandlerOf } from '@triptych/kernel'
import { markChangedSoon } from '../change-marks.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { mayManage } from '../domain/roles.ts'
import { countOwners, listMembersOf, roleOfMember } from '../store/organizations.ts'
import { writeInOrganization } from './in-organization.ts'

export const changeMemberRole =
  (deps: Deps): HandlerOf<typeof identityContract, 'changeMemberRole'> =>
  async (context, input) => {
    const changed = await writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, { membership }, audit) => {
        const { query } = transaction
        const current = await roleOfMember(query, input.id, input.user_id)
        if (current === undefined) throw failure(errors.member_not_found)
        if (!mayManage(membership.role, current, input.role)) throw failure(errors.role_required)
        const leavesNone =
          current === 'owner' && input.role !== 'owner' && (await countOwners(query, input.id)) < 2
        if (leavesNone) throw failure(errors.last_owner)
        await query
          .updateTable('organization_members')
          .set({ role: input.role })
          .where('organization_id', '=', input.id)
          .where('user_id', '=', input.user_id)
          .execute()
        audit(transaction, {
          action: 'identity.organization.role_changed',
          target: `user:${input.user_id}`,
          references: { from: current, to: input.role },
        })
        const [member] = await listMembersOf(query, input.id, { limit: 1 }, input.user_id)
        if (member === undefined) throw failure(errors.member_not_found)
        transaction.remember(member)
        return member
      },
    )
    await markChangedSoon(deps, input.user_id)
    return changed
  }
