import type { HandlerOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { deleteSubscription } from '../store/push-subscriptions.ts'

export const unsubscribePush =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof notificationsContract, 'unsubscribePush'> =>
  async (context, { id }, fail) => {
    await db.write(context, async ({ query, remember }) => {
      if (!(await deleteSubscription(query, id))) throw fail('notifications.push_subscription_not_found')
      remember()
    })
  }
