import type { HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const getOrganization =
  (deps: Deps): HandlerOf<typeof identityContract, 'getOrganization'> =>
  async (context, input, fail) => {
    const inside = {
      ...context,
      tenant: { organizationId: input.organization_id, role: 'member' as const },
    }
    const found = await deps.db.read(inside, async (query) => ({
      organization: await query
        .selectFrom('organizations')
        .select(['id', 'name', 'created_at'])
        .where('id', '=', input.organization_id)
        .where('closed_at', 'is', null)
        .executeTakeFirst(),
      owners: await query
        .selectFrom('organization_members')
        .select('user_id')
        .where('organization_id', '=', input.organization_id)
        .where('role', '=', 'owner')
        .orderBy('user_id')
        .execute(),
    }))
    if (found.organization === undefined) throw fail('identity.organization_not_found')
    return { ...found.organization, owner_ids: found.owners.map((owner) => owner.user_id) }
  }
