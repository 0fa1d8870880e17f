import { actingFor, type Context, type HandlerOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { notificationsJobs } from '../jobs.ts'
import { insertPush } from '../store/pushes.ts'
import type { PushRow } from '../store/tables.ts'

type SendPush = HandlerOf<typeof notificationsContract, 'sendPush'>
type Request = Parameters<SendPush>[1]

export const sendPush =
  (deps: Deps): SendPush =>
  async (context, input) => {
    const acting = actingFor(context, input.user_id)
    if (!(await isReachable(deps, acting, input))) return { queued: false }
    const { locale } = await deps.identity.getPerson(context, { user_id: input.user_id })
    return { queued: await keep(deps, acting, rowOf(deps, input, locale)) }
  }

async function isReachable(
  { db }: Deps,
  context: Context,
  { user_id: userId, app }: Request,
): Promise<boolean> {
  const found = await db.read(context, (query) =>
    query
      .selectFrom('push_subscriptions')
      .select('id')
      .where('user_id', '=', userId)
      .where('app', '=', app)
      .limit(1)
      .executeTakeFirst(),
  )
  return found !== undefined
}

function rowOf(deps: Deps, input: Request, locale: string): PushRow {
  const now = deps.clock.now()
  return {
    id: deps.newId(),
    user_id: input.user_id,
    dedupe_key: input.dedupe_key,
    app: input.app,
    kind: input.kind,
    locale,
    url: input.url,
    urgency: input.urgency,
    expires_at: new Date(now + input.ttl * 1_000).toISOString(),
    created_at: new Date(now).toISOString(),
  }
}

/** The push, a delivery for each browser and their jobs commit together. False when it was there or nobody is. */
const keep = ({ db, newId, jobs }: Deps, context: Context, push: PushRow): Promise<boolean> =>
  db.write(context, async (transaction) => {
    const { query } = transaction
    // Held until the end, so that an erasure, which deletes them first, comes before all of this or after.
    const subscriptions = await query
      .selectFrom('push_subscriptions')
      .select(['id', 'endpoint_host'])
      .where('user_id', '=', push.user_id)
      .where('app', '=', push.app)
      .orderBy('id')
      .forShare()
      .execute()
    if (subscriptions.length === 0 || !(await insertPush(query, push))) return false
    for (const subscription of subscriptions) {
      const id = newId()
      await query
        .insertInto('push_deliveries')
        .values({
          id,
          push_id: push.id,
          user_id: push.user_id,
          subscription_id: subscription.id,
          endpoint_host: subscription.endpoint_host,
          status: 'queued',
          attempts: 0,
          code: null,
          claimed_until: null,
          created_at: push.created_at,
          updated_at: push.created_at,
          sent_at: null,
        })
        .execute()
      const about = { transaction, userId: push.user_id }
      await jobs.send(notificationsJobs.deliverPush, { delivery_id: id }, about)
    }
    return true
  })
