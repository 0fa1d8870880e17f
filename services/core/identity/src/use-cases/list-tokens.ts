import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const listTokens =
  (deps: Deps): HandlerOf<typeof identityContract, 'listTokens'> =>
  async (context, input) => {
    const rows = await deps.db.read(context, (query) => {
      const live = query
        .selectFrom('personal_tokens')
        .select([
          'id',
          'name',
          'prefix',
          'scopes',
          'organization_id',
          'created_at',
          'expires_at',
          'last_used_at',
        ])
        .where('user_id', '=', userIdOf(context.actor) ?? '')
        .where('revoked_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(input.limit + 1)
      return (input.cursor === undefined ? live : live.where('id', '<', input.cursor)).execute()
    })
    return toPage(rows, input.limit)
  }
