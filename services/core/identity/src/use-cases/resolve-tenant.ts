import { actingFor, failure, type HandlerOf } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { type Membership, membershipIn, membershipsOf } from '../store/organizations.ts'
import type { IdentityTables } from '../store/tables.ts'

export const resolveTenant =
  (deps: Deps): HandlerOf<typeof identityContract, 'resolveTenant'> =>
  async (context, input) => {
    const tenant = await deps.db.read(actingFor(context, input.user_id), (query) =>
      chooseTenant(query, input.user_id, input.organization_id),
    )
    return { organization_id: tenant.id, role: tenant.role }
  }

/** The named organisation, or the only one. One that is not the person's is answered like one that does not exist. */
export async function chooseTenant(
  query: Kysely<IdentityTables>,
  userId: string,
  organizationId: string | undefined,
): Promise<Membership> {
  if (organizationId !== undefined) {
    const named = await membershipIn(query, userId, organizationId)
    if (named === undefined) throw failure(errors.organization_not_found)
    return named
  }
  const [only, ...more] = await membershipsOf(query, userId)
  if (only === undefined || more.length > 0) throw failure(errors.organization_required)
  return only
}
