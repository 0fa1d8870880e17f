import { type HandlerOf, toPage } from '@triptych/kernel'
import { sql } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { UserStatus } from '../store/tables.ts'
import { requireLiveSession } from './require-live-session.ts'

interface UserRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly is_verified: boolean
  readonly status: UserStatus
  readonly roles: string[]
  readonly created_at: string
  readonly organizations: string[]
}

export const listUsers =
  (deps: Deps): HandlerOf<typeof identityContract, 'listUsers'> =>
  async (context, input) => {
    const rows = await deps.db.read(context, async (query) => {
      await requireLiveSession(query, context)
      const found = await sql<UserRow>`
        select * from list_users(
          ${input.status ?? null}, ${input.search ?? null}, ${input.cursor ?? null}, ${input.limit + 1}
        )
      `.execute(query)
      return found.rows
    })
    const page = toPage(rows, input.limit)
    return {
      ...page,
      items: page.items.map(({ is_verified, ...row }) => ({ ...row, email_verified: is_verified })),
    }
  }
