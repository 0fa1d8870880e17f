import type { Clock } from '../kit/clock.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import { createCourier, type Attempt, type Courier, type Parcel, type Waiting } from './courier.ts'
import type { FaultKind, FaultOptions, StripeFaults } from './faults.ts'
import type { StripeEvent, WebhookEndpoint } from './model.ts'
import { newId, type Store } from './store.ts'
import { currentVersion, render } from './version.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const capacity = 1000

/** One event on its way to one endpoint, and what became of it. */
export interface Delivery {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly endpoint: string
  readonly fault: FaultKind | null
  readonly attempts: Attempt[]
  state: 'held' | 'pending' | 'delivered' | 'retrying' | 'given_up' | 'lost'
}

export interface Webhooks {
  /** Sends an event to every endpoint that wants it; says how many do. */
  deliver(event: StripeEvent): number
  /** The secrets an endpoint's events are signed with: several while one is being rolled. */
  setSecrets(endpointId: string, secrets: readonly string[]): void
  list(): readonly Delivery[]
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
  reset(): void
  capture(): WebhookState
  /** Goes on with what was under way; the endpoints are in the store by then. */
  restore(state: WebhookState): void
}

/** What has been sent and what is still to be. */
export interface WebhookState {
  readonly deliveries: readonly Delivery[]
  readonly held: readonly Parcel[]
  readonly waiting: readonly Waiting[]
  readonly secrets: ReadonlyMap<string, readonly string[]>
}

export interface WebhookParts {
  readonly store: Store
  readonly clock: MovableClock
  readonly machineClock: Clock
  readonly faults: StripeFaults
  onAttempt(): void
}

interface Struck {
  readonly kind: FaultKind
  readonly options: FaultOptions
}

export function createWebhooks({ store, faults, ...parts }: WebhookParts): Webhooks {
  const secrets = new Map<string, readonly string[]>()
  const courier = createCourier({ ...parts, secretsOf: (endpointId) => secrets.get(endpointId) ?? [] })
  let deliveries: Delivery[] = []
  let held: Parcel[] = []

  const dispatch = (event: StripeEvent, endpoint: WebhookEndpoint): void => {
    const isMeant = ({ type }: FaultOptions): boolean => type === undefined || type === event.type
    const content = faults.take(contentFaults, isMeant)
    const route = faults.take(routeFaults, isMeant)
    const delivery: Delivery = {
      id: newId('dlv_'),
      event: event.id,
      type: event.type,
      endpoint: endpoint.id,
      fault: content?.kind ?? route?.kind ?? null,
      attempts: [],
      state: 'pending',
    }
    deliveries = [...deliveries, delivery].slice(-capacity)
    const parcel = pack(delivery, event, endpoint, content)
    if (route?.kind === 'webhook_lost') delivery.state = 'lost'
    else if (route?.kind === 'webhook_reorder') {
      delivery.state = 'held'
      held.push(parcel)
    } else {
      send(courier, parcel, route)
      for (const earlier of held.splice(0)) courier.queue(earlier)
    }
  }

  return {
    deliver(event) {
      const endpoints = store.endpoints.list().filter((endpoint) => wants(endpoint, event))
      for (const endpoint of endpoints) dispatch(event, endpoint)
      return endpoints.length
    },
    setSecrets: (endpointId, given) => secrets.set(endpointId, given),
    list: () => deliveries,
    settled: courier.settled,
    reset() {
      courier.drop()
      held = []
      deliveries = []
      secrets.clear()
    },
    capture: () => ({ deliveries, held, waiting: courier.waiting(), secrets }),
    restore(state) {
      // A restarted receiver may listen elsewhere.
      const readdress = (parcel: Parcel): Parcel => {
        const { url = parcel.url } = store.endpoints.get(parcel.delivery.endpoint) ?? {}
        return { ...parcel, url }
      }
      deliveries = [...state.deliveries]
      held = state.held.map(readdress)
      for (const [endpoint, given] of state.secrets) secrets.set(endpoint, given)
      courier.resume(state.waiting.map(({ parcel, at }) => ({ parcel: readdress(parcel), at })))
    },
  }
}

const routeFaults = [
  'webhook_lost',
  'webhook_reorder',
  'webhook_delay',
  'webhook_duplicate',
  'webhook_burst',
  'webhook_replay',
] as const
const contentFaults = [
  'webhook_bad_signature',
  'webhook_old_timestamp',
  'webhook_future_timestamp',
  'webhook_thin',
] as const

function wants({ status, enabled_events: wanted }: WebhookEndpoint, { type }: StripeEvent): boolean {
  return status === 'enabled' && (wanted.includes('*') || wanted.includes(type))
}

function pack(
  delivery: Delivery,
  event: StripeEvent,
  endpoint: WebhookEndpoint,
  fault: Struck | undefined,
): Parcel {
  return {
    delivery,
    url: endpoint.url,
    body: fault?.kind === 'webhook_thin' ? thin(event) : payload(event, endpoint),
    shift: shiftOf(fault),
    forged: fault?.kind === 'webhook_bad_signature' ? newId('whsec_') : null,
  }
}

function send(courier: Courier, parcel: Parcel, fault: Struck | undefined): void {
  if (fault?.kind === 'webhook_delay') courier.later(fault.options.delay_ms ?? minuteMs, parcel)
  else if (fault?.kind === 'webhook_burst') courier.rush(parcel)
  else courier.queue(parcel)
  if (fault?.kind === 'webhook_duplicate') courier.queue(parcel)
  if (fault?.kind === 'webhook_replay') courier.later((fault.options.days ?? 3) * dayMs, parcel)
}

function shiftOf(fault: Struck | undefined): number {
  const seconds = fault?.options.seconds ?? 600
  if (fault?.kind === 'webhook_old_timestamp') return -seconds
  return fault?.kind === 'webhook_future_timestamp' ? seconds : 0
}

function payload(event: StripeEvent, endpoint: WebhookEndpoint): string {
  const version = endpoint.api_version ?? currentVersion
  const data = render(event.data, version)
  return JSON.stringify({ ...event, api_version: version, pending_webhooks: 1, data }, null, 2)
}

/** What an event destination sends in the place of the event: where to look, and nothing else. */
function thin(event: StripeEvent): string {
  const { id, object } = event.data.object
  return JSON.stringify({
    id: event.id,
    object: 'v2.core.event',
    type: `v1.${event.type}`,
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    reason: null,
    related_object: { id, type: object, url: `/v1/${String(object)}s/${String(id)}` },
  })
}
