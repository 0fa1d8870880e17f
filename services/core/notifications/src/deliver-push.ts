import { createHash } from 'node:crypto'
import { actingFor, type Context, isFailure, isoTime, userIdOf } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import type { Deps } from './deps.ts'
import { decidePush } from './domain/push-decision.ts'
import { attemptsMax, notificationsJobs } from './jobs.ts'
import { PushError } from './ports/push-sender.ts'
import { openTarget } from './sealed-target.ts'
import { deliverySituation, type DeliveryInHand } from './store/push-situation.ts'
import { deleteSubscription } from './store/push-subscriptions.ts'
import { settleDelivery } from './store/pushes.ts'
import type { PushDeliveryRow } from './store/tables.ts'
import { pushTextOf } from './templates/push-texts.ts'

/** Longer than an attempt may take, so that a claim that has run out belongs to nobody any more. */
const claimMs = 60_000

/**
 * One attempt at one push to one browser. What is decided is settled here; what may pass fails, and the queue comes
 * back. A process that dies between the push service's "taken" and our mark sends again: the topic and the
 * notification's tag make the second take the place of the first.
 */
export const deliverPush =
  (deps: Deps) =>
  async (context: Context, { delivery_id: id }: { delivery_id: string }): Promise<void> => {
    const acting = actingFor(context, userIdOf(context.actor))
    const now = deps.clock.now()
    const times = { now: isoTime(deps.clock), until: new Date(now + claimMs).toISOString() }
    const found = await deps.db.write(acting, ({ query }) => deliverySituation(query, id, times))
    if (found === 'settled') return
    if (found === 'in_other_hands') throw new PushError('in_other_hands', 'transient')
    const decision = decidePush({ ...found.situation, now })
    if (decision.act === 'skip')
      return settle(deps, acting, found, { status: 'skipped', code: decision.code })
    if (decision.act === 'wait')
      return postpone(deps, acting, found, { until: decision.until, isAttempt: false })
    await attempt(deps, acting, found, decision.ttlSeconds)
  }

async function attempt(
  deps: Deps,
  context: Context,
  found: DeliveryInHand,
  ttlSeconds: number,
): Promise<void> {
  try {
    await send(deps, context, found, ttlSeconds)
  } catch (error) {
    return failed(deps, context, found, failureOf(error))
  }
  await settle(deps, context, found, { status: 'sent', code: null, sent_at: isoTime(deps.clock) })
}

async function send(deps: Deps, context: Context, found: DeliveryInHand, ttlSeconds: number): Promise<void> {
  const { push, subscription } = found
  if (subscription === undefined) throw new PushError('unsubscribed', 'gone')
  const target = openTarget(await deps.ciphers.cipherOf(context, push.user_id), subscription)
  const tag = createHash('sha256').update(push.dedupe_key).digest('base64url').slice(0, 32)
  const payload = JSON.stringify({ ...pushTextOf(push.app, push.kind, push.locale), url: push.url, tag })
  await deps.pushSender.send(
    target,
    { payload, ttlSeconds, urgency: push.urgency, topic: tag },
    context.signal,
  )
}

function failureOf(error: unknown): PushError {
  if (error instanceof PushError) return error
  if (isFailure(error, vaultErrors.key_destroyed)) return new PushError('person_erased', 'gone')
  return new PushError('unexpected', 'transient')
}

async function failed(deps: Deps, context: Context, found: DeliveryInHand, error: PushError): Promise<void> {
  const { push, delivery, subscription } = found
  const { code } = error
  deps.logger
    .for(context)
    .warn({ kind: push.kind, attempt: delivery.attempts, code }, 'notifications.push_failed')
  // A refusal of the key is about the browser only when its key is not the one we sign with today.
  const isStale = error.failure === 'key_refused' && subscription?.vapid_key !== deps.pushSender.publicKey
  if (error.failure === 'gone' || isStale) return forget(deps, context, found, isStale ? 'stale_key' : code)
  if (error.failure === 'permanent' || delivery.attempts >= attemptsMax) {
    return settle(deps, context, found, { status: 'dead', code })
  }
  if (error.retryAfterMs !== undefined) {
    const until = deps.clock.now() + error.retryAfterMs
    return postpone(deps, context, found, { until, isAttempt: true, code })
  }
  await settle(deps, context, found, { status: 'failed', code })
  throw error
}

async function forget(deps: Deps, context: Context, found: DeliveryInHand, code: string): Promise<void> {
  await deps.db.write(context, async ({ query }) => {
    await deleteSubscription(query, found.delivery.subscription_id)
    await settleDelivery(query, found.delivery.id, { status: 'gone', code, updated_at: isoTime(deps.clock) })
  })
}

const settle = async (
  deps: Deps,
  context: Context,
  { delivery }: DeliveryInHand,
  change: Partial<PushDeliveryRow>,
): Promise<void> =>
  deps.db.write(context, async ({ query }) => {
    await settleDelivery(query, delivery.id, { updated_at: isoTime(deps.clock), ...change })
  })

interface Postponement {
  /** Epoch ms. */
  readonly until: number
  /** Waiting for the end of quiet hours is none. */
  readonly isAttempt: boolean
  readonly code?: string
}

const postpone = (
  deps: Deps,
  context: Context,
  { delivery }: DeliveryInHand,
  { until, isAttempt, code }: Postponement,
): Promise<void> =>
  deps.db.write(context, async (transaction) => {
    await settleDelivery(transaction.query, delivery.id, {
      status: isAttempt ? 'failed' : 'queued',
      attempts: delivery.attempts - (isAttempt ? 0 : 1),
      code: code ?? null,
      updated_at: isoTime(deps.clock),
    })
    const about = { transaction, userId: delivery.user_id, startAfter: new Date(until).toISOString() }
    await deps.jobs.send(notificationsJobs.deliverPush, { delivery_id: delivery.id }, about)
  })
