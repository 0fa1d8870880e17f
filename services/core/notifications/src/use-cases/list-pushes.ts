import { type HandlerOf, toPage } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { pushLogForAdmin } from '../store/pushes.ts'

export const listPushes =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof notificationsContract, 'listPushes'> =>
  async (context, { limit, cursor, status, user_id: userId }) =>
    toPage(
      await db.read(context, (query) => pushLogForAdmin(query, { limit, cursor, status, userId })),
      limit,
    )
