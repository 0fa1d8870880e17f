import { createHmac } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'
import type { MovableClock } from '../kit/movable-clock.ts'
import type { Delivery } from './webhooks.ts'
import { untilReachable } from './reachable.ts'

const minute = 60_000
const hour = 60 * minute
/** From one attempt to the next; all of them lie within three days. */
const retryAfterMs = [5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour].concat(
  Array.from({ length: 3 }, () => 12 * hour),
)
const patienceMs = 10_000

export interface Attempt {
  /** By the billing clock. */
  readonly at: string
  /** HTTP status; null when nobody answered. */
  readonly status: number | null
}

export interface Parcel {
  readonly delivery: Delivery
  readonly url: string
  readonly body: string
  /** What is added to the time in the signature, in seconds. */
  readonly shift: number
  /** Signs it in the place of the endpoint's secrets. */
  readonly forged: string | null
}

/** A parcel that is to be sent: at a moment of the billing clock, or (null) after those before it. */
export interface Waiting {
  readonly parcel: Parcel
  readonly at: number | null
}

export interface Courier {
  /** Sends it after those before it. */
  queue(parcel: Parcel): void
  /** Sends it without waiting for those before it. */
  rush(parcel: Parcel): void
  /** Sends it when the billing clock is so far. */
  later(ms: number, parcel: Parcel): void
  settled(): Promise<void>
  /** Lets everything fall that is under way or to be tried again. */
  drop(): void
  /** What is under way or to be tried again. */
  waiting(): readonly Waiting[]
  /** Goes on after a restart. */
  resume(waiting: readonly Waiting[]): void
}

export interface CourierParts {
  readonly clock: MovableClock
  readonly machineClock: Clock
  /** Those that sign now, read anew for each attempt. */
  secretsOf(endpointId: string): readonly string[]
  onAttempt(): void
}

export function createCourier({ clock, machineClock, secretsOf, onAttempt }: CourierParts): Courier {
  let line = Promise.resolve()
  let rushing = new Set<Promise<void>>()
  let dropped = new AbortController()
  let isResumed = false
  let reachable: Promise<void> | undefined
  const waiting = new Set<Waiting>()

  const post = async (entry: Waiting, signal: AbortSignal): Promise<void> => {
    const { parcel } = entry
    const { delivery, forged } = parcel
    if (isResumed) await (reachable ??= untilReachable(parcel.url, machineClock, signal))
    if (signal.aborted) return
    const isDelivered = delivery.attempts.some(({ status }) => isSuccess(status))
    const secrets = forged === null ? secretsOf(delivery.endpoint) : [forged]
    const signature = signatureHeader(parcel, machineClock.now(), secrets)
    const status = await send(parcel, signature, signal)
    const wait = retryAfterMs[delivery.attempts.length]
    delivery.attempts.push({ at: clock.now().toISOString(), status })
    waiting.delete(entry)
    if (!isDelivered && !signal.aborted) {
      delivery.state = stateAfter(status, wait)
      if (delivery.state === 'retrying') later(wait ?? 0, parcel)
    }
    onAttempt()
  }
  const queue = (parcel: Parcel): void => {
    const { signal } = dropped
    const entry = enlist(waiting, parcel, null)
    line = line.then(() => post(entry, signal))
  }
  const at = (moment: number, parcel: Parcel): void => {
    const { signal } = dropped
    const entry = enlist(waiting, parcel, moment)
    clock.schedule(Math.max(0, moment - clock.now().getTime()), () => post(entry, signal))
  }
  const later = (ms: number, parcel: Parcel): void => at(clock.now().getTime() + ms, parcel)

  return {
    queue,
    later,
    rush(parcel) {
      const sent = post(enlist(waiting, parcel, null), dropped.signal).finally(() => rushing.delete(sent))
      rushing.add(sent)
    },
    settled: async () => void (await Promise.all([line, ...rushing])),
    drop() {
      dropped.abort()
      dropped = new AbortController()
      rushing = new Set()
      waiting.clear()
    },
    waiting: () => [...waiting],
    resume(entries) {
      isResumed = true
      for (const { parcel, at: moment } of entries) {
        if (moment === null) queue(parcel)
        else at(moment, parcel)
      }
    },
  }
}

function enlist(waiting: Set<Waiting>, parcel: Parcel, at: number | null): Waiting {
  const entry = { parcel, at }
  waiting.add(entry)
  return entry
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

function stateAfter(status: number | null, wait: number | undefined): Delivery['state'] {
  if (isSuccess(status)) return 'delivered'
  return wait === undefined ? 'given_up' : 'retrying'
}

/** Receivers compare with their own clock, so `now` is the machine's time and never the billing clock's. */
function signatureHeader({ body, shift }: Parcel, now: Date, secrets: readonly string[]): string {
  const time = Math.floor(now.getTime() / 1000) + shift
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`,
  )
  return [`t=${time}`, ...signatures].join(',')
}

async function send({ url, body }: Parcel, signature: string, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signature,
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
