import { createHmac } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'
import type { MovableClock } from '../kit/movable-clock.ts'

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
  readonly url: string
  readonly body: string
  /** Those that sign it now, read anew for each attempt. */
  readonly secrets: () => readonly string[]
  /** What is added to the time in the signature, in seconds. */
  readonly shift: number
  readonly attempts: Attempt[]
  tell(state: 'delivered' | 'retrying' | 'given_up'): void
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
}

export function createCourier(clock: MovableClock, machineClock: Clock): Courier {
  let line = Promise.resolve()
  let rushing = new Set<Promise<void>>()
  let dropped = new AbortController()

  const post = async (parcel: Parcel, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return
    const isDelivered = parcel.attempts.some(({ status }) => isSuccess(status))
    // Receivers compare with their own clock, so this is the machine's time and never the billing clock's.
    const time = Math.floor(machineClock.now().getTime() / 1000) + parcel.shift
    const status = await send(parcel, signatureHeader(time, parcel.body, parcel.secrets()), signal)
    const wait = retryAfterMs[parcel.attempts.length]
    parcel.attempts.push({ at: clock.now().toISOString(), status })
    if (isDelivered || signal.aborted) return
    if (isSuccess(status)) parcel.tell('delivered')
    else if (wait === undefined) parcel.tell('given_up')
    else {
      parcel.tell('retrying')
      clock.schedule(wait, () => post(parcel, signal))
    }
  }

  return {
    queue(parcel) {
      const { signal } = dropped
      line = line.then(() => post(parcel, signal))
    },
    rush(parcel) {
      const sent = post(parcel, dropped.signal).finally(() => rushing.delete(sent))
      rushing.add(sent)
    },
    later(ms, parcel) {
      const { signal } = dropped
      clock.schedule(ms, () => post(parcel, signal))
    },
    async settled() {
      await Promise.all([line, ...rushing])
    },
    drop() {
      dropped.abort()
      dropped = new AbortController()
      rushing = new Set()
    },
  }
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

function signatureHeader(time: number, body: string, secrets: readonly string[]): string {
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
