import type { Kysely } from 'kysely'
import type { PushSituation } from '../domain/push-decision.ts'
import { findPreferences, quietHoursOf } from './preferences.ts'
import { claimDelivery } from './pushes.ts'
import type { NotificationsTables, PushDeliveryRow, PushRow, PushSubscriptionRow } from './tables.ts'

type Query = Kysely<NotificationsTables>

/** A delivery that belongs to this worker, with all that its going out depends on. */
export interface DeliveryInHand {
  readonly delivery: PushDeliveryRow
  readonly push: PushRow
  readonly subscription: PushSubscriptionRow | undefined
  readonly situation: Omit<PushSituation, 'now'>
}

/** Claims a delivery. One that another worker is at is looked at again later: that worker may die. */
export async function deliverySituation(
  query: Query,
  id: string,
  times: { readonly now: string; readonly until: string },
): Promise<DeliveryInHand | 'settled' | 'in_other_hands'> {
  const delivery = await claimDelivery(query, id, times)
  if (delivery === undefined) return whyNot(query, id)
  const push = await query
    .selectFrom('pushes')
    .selectAll()
    .where('id', '=', delivery.push_id)
    .executeTakeFirstOrThrow()
  const subscription = await query
    .selectFrom('push_subscriptions')
    .selectAll()
    .where('id', '=', delivery.subscription_id)
    .executeTakeFirst()
  const preferences = await findPreferences(query, delivery.user_id)
  const hold = await query
    .selectFrom('push_holds')
    .select('until')
    .where('user_id', '=', delivery.user_id)
    .executeTakeFirst()
  const situation = {
    kind: push.kind,
    expiresAt: Date.parse(push.expires_at),
    isSubscribed: subscription !== undefined,
    turnedOff: preferences?.pushes_off ?? [],
    quiet: preferences === undefined ? undefined : quietHoursOf(preferences),
    heldUntil: hold === undefined ? undefined : Date.parse(hold.until),
  }
  return { delivery, push, subscription, situation }
}

async function whyNot(query: Query, id: string): Promise<'settled' | 'in_other_hands'> {
  const held = await query
    .selectFrom('push_deliveries')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .executeTakeFirst()
  return held === undefined ? 'settled' : 'in_other_hands'
}
