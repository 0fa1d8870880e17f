import { type HandlerOf, toPage } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { showWebhookEvent } from '../webhook-event-view.ts'

export const listWebhookEvents =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof billingContract, 'listWebhookEvents'> =>
  async (context, { limit, cursor, state, type }) => {
    const rows = await db.readOne(context, (query) =>
      query
        .selectFrom('stripe_events')
        .select(['id', 'stripe_id', 'type', 'api_version', 'state', 'attempts', 'last_error'])
        .select(['happened_at', 'received_at', 'settled_at'])
        .$if(state !== undefined, (events) => events.where('state', '=', state ?? 'dead'))
        .$if(type !== undefined, (events) => events.where('type', '=', type ?? ''))
        .$if(cursor !== undefined, (events) => events.where('id', '<', cursor ?? ''))
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute(),
    )
    const page = toPage(rows, limit)
    return { items: page.items.map(showWebhookEvent), next_cursor: page.next_cursor }
  }
