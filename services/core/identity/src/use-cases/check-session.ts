import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { statusBehind } from '../store/sessions.ts'

export const checkSession =
  (deps: Deps): HandlerOf<typeof identityContract, 'checkSession'> =>
  async (context, input) => {
    const found = await deps.db.read(actingFor(context, input.user_id), async (query) => ({
      status: await statusBehind(query, input.user_id, input.session_id),
      account: await findAccount(query, input.user_id),
    }))
    return {
      active: found.status !== undefined,
      suspended: found.status !== undefined && found.status !== 'active',
      roles: found.account?.roles ?? [],
      email_verified: (found.account?.email_verified_at ?? null) !== null,
    }
  }
