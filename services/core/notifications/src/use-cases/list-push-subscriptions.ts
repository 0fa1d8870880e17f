import { type HandlerOf, toPage, userIdOf } from '@triptych/kernel'
import type { Cipher } from '@triptych/vault'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { openTarget } from '../sealed-target.ts'
import type { PushSubscriptionRow } from '../store/tables.ts'

export const listPushSubscriptions =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof notificationsContract, 'listPushSubscriptions'> =>
  async (context, { limit, cursor }) => {
    const userId = userIdOf(context.actor) ?? ''
    const rows = await deps.db.read(context, (query) =>
      query
        .selectFrom('push_subscriptions')
        .selectAll()
        .where('user_id', '=', userId)
        .$if(cursor !== undefined, (found) => found.where('id', '<', cursor ?? ''))
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
    )
    const cipher = await deps.ciphers.cipherOf(context, userId)
    const page = toPage(rows, limit)
    return { ...page, items: page.items.map((row) => toSubscription(cipher, row)) }
  }

export const toSubscription = (cipher: Cipher, row: PushSubscriptionRow) => ({
  id: row.id,
  app: row.app,
  endpoint_host: row.endpoint_host,
  user_agent: openTarget(cipher, row).user_agent,
  created_at: row.created_at,
  last_contact_at: row.last_contact_at,
})
