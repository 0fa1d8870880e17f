import { type Context, failure, type HandlerOf, requestErrors, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findAccount, findProfile } from '../store/accounts.ts'
import { membershipsOf } from '../store/organizations.ts'
import { userOf } from './open-session.ts'

export const getMe =
  (deps: Deps): HandlerOf<typeof identityContract, 'getMe'> =>
  (context) =>
    meOf(deps, context)

export async function meOf(deps: Pick<Deps, 'db'>, context: Context) {
  const userId = userIdOf(context.actor) ?? ''
  const found = await deps.db.read(context, async (query) => ({
    account: await findAccount(query, userId),
    profile: await findProfile(query, userId),
    organizations: await membershipsOf(query, userId),
  }))
  if (found.account === undefined || found.profile === undefined) throw failure(requestErrors.unauthenticated)
  return {
    ...userOf(found.account),
    roles: found.account.roles,
    organizations: found.organizations,
    profile: found.profile,
  }
}
