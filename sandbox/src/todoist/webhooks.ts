import { createHmac, randomUUID } from 'node:crypto'
import type { Account, AccountEvent } from './account.ts'
import type { App } from './app.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import type { TodoistFaults } from './faults.ts'
import { timestamp } from './model.ts'
import { faultsOf } from './target.ts'

const retryAfterMs = 15 * 60 * 1000
const retries = 3
const patienceMs = 10_000
const capacity = 500

/** One notification and what became of it. */
export interface Delivery {
  readonly id: string
  readonly account: string
  readonly event: AccountEvent['name']
  readonly at: string
  attempts: number
  /** HTTP status of the last attempt; null when nobody answered. */
  status: number | null
  state: 'held' | 'pending' | 'delivered' | 'retrying' | 'given_up' | 'lost'
}

export interface Webhooks {
  /** Where notifications go; undefined sends none. */
  url: string | undefined
  notify(account: Account, event: AccountEvent): void
  list(): readonly Delivery[]
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
  reset(): void
  close(): Promise<void>
}

export interface WebhookParts {
  readonly app: App
  readonly clock: MovableClock
  readonly faults: TodoistFaults
  readonly defaultUrl: string | undefined
}

interface Parcel {
  readonly delivery: Delivery
  readonly body: string
  readonly signature: string
}

export function createWebhooks(parts: WebhookParts): Webhooks {
  const { app, clock, faults, defaultUrl } = parts
  let deliveries: Delivery[] = []
  const courier = createCourier(parts, () => webhooks.url)

  const webhooks: Webhooks = {
    url: defaultUrl,
    notify(account, event) {
      if (webhooks.url === undefined) return
      const delivery: Delivery = {
        id: randomUUID(),
        account: account.owner.key,
        event: event.name,
        at: clock.now().toISOString(),
        attempts: 0,
        status: null,
        state: 'pending',
      }
      deliveries = [...deliveries, delivery].slice(-capacity)
      const body = JSON.stringify(describe(account, event, clock.now()))
      const isForged = faults.take(['webhook_bad_signature'], faultsOf(account)) !== undefined
      const secret = isForged ? `not-${app.clientSecret}` : app.clientSecret
      const signature = createHmac('sha256', secret).update(body).digest('base64')
      courier.take({ delivery, body, signature }, account)
    },
    list: () => deliveries,
    settled: courier.settled,
    reset() {
      courier.drop()
      deliveries = []
      webhooks.url = defaultUrl
    },
    async close() {
      courier.drop()
      await courier.settled()
    },
  }
  return webhooks
}

interface Courier {
  take(parcel: Parcel, account: Account): void
  settled(): Promise<void>
  /** Lets everything fall that is held, under way or to be tried again. */
  drop(): void
}

function createCourier({ clock, faults }: WebhookParts, address: () => string | undefined): Courier {
  let held: Parcel[] = []
  let line = Promise.resolve()
  let dropped = new AbortController()

  const post = async (parcel: Parcel, signal: AbortSignal): Promise<void> => {
    const url = address()
    if (url === undefined || signal.aborted) return
    const { delivery } = parcel
    delivery.attempts += 1
    delivery.status = await send(url, parcel, signal)
    delivery.state = stateAfter(delivery)
    if (delivery.state !== 'retrying' || signal.aborted) return
    clock.schedule(retryAfterMs, () => post(parcel, signal))
  }
  /** One after the other, so that they arrive in order unless a fault says otherwise. */
  const queue = (parcel: Parcel): void => {
    const { signal } = dropped
    line = line.then(() => post(parcel, signal))
  }

  return {
    take(parcel, account) {
      const { signal } = dropped
      const fault = faults.take(
        ['webhook_lost', 'webhook_reorder', 'webhook_delay', 'webhook_duplicate'],
        faultsOf(account),
      )
      switch (fault?.kind) {
        case 'webhook_lost':
          parcel.delivery.state = 'lost'
          return
        case 'webhook_reorder':
          parcel.delivery.state = 'held'
          held.push(parcel)
          return
        case 'webhook_delay':
          clock.schedule(fault.options.delay_ms ?? 60_000, () => post(parcel, signal))
          return
        case 'webhook_duplicate':
          queue(parcel)
          break
      }
      queue(parcel)
      for (const earlier of held.splice(0)) queue(earlier)
    },
    settled: () => line,
    drop() {
      dropped.abort()
      dropped = new AbortController()
      held = []
    },
  }
}

function stateAfter({ status, attempts }: Delivery): Delivery['state'] {
  if (status === 200) return 'delivered'
  return attempts > retries ? 'given_up' : 'retrying'
}

async function send(
  url: string,
  { delivery, body, signature }: Parcel,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Todoist-Webhooks',
        'x-todoist-hmac-sha256': signature,
        'x-todoist-delivery-id': delivery.id,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

function describe(account: Account, event: AccountEvent, at: Date): Record<string, unknown> {
  const { userId, email, name } = account.owner
  const { item, before, intent } = event
  return {
    event_name: event.name,
    user_id: userId,
    event_data: { ...item, url: `https://app.todoist.com/app/task/${item.id}` },
    ...(before === undefined ? {} : { event_data_extra: { old_item: before, update_intent: intent } }),
    initiator: { id: userId, email, full_name: name, image_id: null, is_premium: false },
    triggered_at: timestamp(at),
    version: '10',
  }
}
