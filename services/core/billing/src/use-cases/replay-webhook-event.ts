import { actingFor, type HandlerOf, isAppError, userIdOf } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { auditSystem } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { readEvent } from '../domain/stripe-shapes.ts'
import { attempt } from '../receive-event.ts'
import type { BillingTables } from '../store/tables.ts'
import { showWebhookEvent } from '../webhook-event-view.ts'

/** Recorded before it is done; whether it worked stands in the answer. */
export const replayWebhookEvent =
  (deps: Deps): HandlerOf<typeof billingContract, 'replayWebhookEvent'> =>
  async (context, { id }, fail) => {
    const acting = actingFor(context)
    const find = (query: Kysely<BillingTables>) =>
      query.selectFrom('stripe_events').selectAll().where('id', '=', id).executeTakeFirst()
    const row = await deps.db.readOne(acting, find)
    if (row === undefined) throw fail('billing.webhook_event_not_found')
    await deps.db.write(acting, async (transaction) => {
      await transaction.query
        .updateTable('stripe_events')
        .set({ state: 'received', attempts: 1, settled_at: null })
        .where('id', '=', id)
        .execute()
      auditSystem(deps, transaction, {
        action: 'billing.webhook_event.replayed',
        target: `webhook_event:${id}`,
        actorUserId: userIdOf(context.actor) ?? '',
      })
    })
    await attempt(deps, acting, { event: readEvent(row.payload), attempts: 1 }).catch((error: unknown) => {
      if (!isAppError(error)) throw error
    })
    return deps.db.write(acting, async ({ query, remember }) => {
      const answer = showWebhookEvent((await find(query)) ?? row)
      remember(answer)
      return answer
    })
  }
