import { actingFor, type HandlerOf } from '@triptych/kernel'
import { sql } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { hashOf } from '../domain/refresh-token.ts'

interface TokenRow {
  readonly id: string
  readonly user_id: string
  readonly organization_id: string | null
  readonly scopes: string[]
  readonly expires_at: string
  readonly last_used_at: string | null
}

const notedEveryMs = 60_000

export const checkToken =
  (deps: Deps): HandlerOf<typeof identityContract, 'checkToken'> =>
  async (context, input) => {
    const found = await deps.db.read(context, (query) =>
      sql<TokenRow>`select * from find_personal_token(${hashOf(input.token)})`.execute(query),
    )
    const row = found.rows[0]
    const now = deps.clock.now()
    if (row === undefined || Date.parse(row.expires_at) <= now) return { actor: null }
    const isStale = row.last_used_at === null || now - Date.parse(row.last_used_at) >= notedEveryMs
    if (isStale) {
      await deps.db.write(actingFor(context, row.user_id), ({ query }) =>
        query
          .updateTable('personal_tokens')
          .set({ last_used_at: new Date(now).toISOString() })
          .where('id', '=', row.id)
          .execute(),
      )
    }
    return {
      actor: {
        user_id: row.user_id,
        token_id: row.id,
        scopes: row.scopes,
        organization_id: row.organization_id,
        expires_at: row.expires_at,
      },
    }
  }
