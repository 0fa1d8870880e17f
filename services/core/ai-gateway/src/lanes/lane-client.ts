import type { Clock, Context } from '@triptych/kernel'
import { type Outbound, OutboundError, type OutboundStream } from '@triptych/outbound'
import { type Breaker, createBreaker } from './breaker.ts'
import type { Lane } from './lane.ts'
import { faultOfStatus, LaneFault, type Reason } from './outcome.ts'
import { readCompletion, type Usage } from './wire.ts'

/** What is known of an attempt, also when it failed half-way. */
export interface Reception {
  text: string
  servedModel: string | undefined
  provider: string | undefined
  usage: Usage | undefined
  finishReason: string | undefined
  sawDone: boolean
  firstTokenMs: number | undefined
}

export const emptyReception = (): Reception => ({
  text: '',
  servedModel: undefined,
  provider: undefined,
  usage: undefined,
  finishReason: undefined,
  sawDone: false,
  firstTokenMs: undefined,
})

export interface SendOptions {
  readonly context: Context
  readonly feature: string
  readonly body: string
  readonly firstTokenMs: number
  readonly totalMs: number
}

/** One lane as it is called: its pins that are in use, and the answer's text as it comes. */
export interface LaneClient {
  readonly lane: Lane
  /** Providers that may serve now, in order; undefined while the breaker keeps all of them out of use. */
  pins(excluded: ReadonlySet<string>): readonly string[] | undefined
  readonly isOpen: boolean
  /** Yields the text as it comes and fills `reception`; every failure is a `LaneFault`. */
  receive(options: SendOptions, reception: Reception): AsyncGenerator<string, void, undefined>
  /** What became of the answer as a whole, for the breaker. `pin` is who was to serve first. */
  report(pin: string | undefined, isHealthy: boolean): void
}

export interface EndpointAccess {
  readonly apiKey: string | undefined
}

export function createLaneClient(
  lane: Lane,
  endpoint: EndpointAccess,
  { outbound, clock }: { readonly outbound: Outbound; readonly clock: Clock },
): LaneClient {
  const unpinned = ''
  const names = lane.providers.length === 0 ? [unpinned] : lane.providers.map(({ slug }) => slug)
  const breakers = new Map(names.map((name) => [name, createBreaker(lane.breaker, clock)]))
  const breakerOf = (name: string | undefined): Breaker | undefined => breakers.get(name ?? unpinned)
  return {
    lane,
    pins(excluded) {
      const usable = names.filter((name) => !excluded.has(name) && breakerOf(name)?.admit() === true)
      return usable.length === 0 ? undefined : usable.filter((name) => name !== unpinned)
    },
    get isOpen() {
      return [...breakers.values()].every((breaker) => breaker.isOpen)
    },
    receive: (options, reception) => receive({ lane, endpoint, outbound, clock }, options, reception),
    report(pin, isHealthy) {
      const breaker = breakerOf(pin)
      if (isHealthy) breaker?.succeeded()
      else breaker?.failed()
    },
  }
}

interface Sender {
  readonly lane: Lane
  readonly endpoint: EndpointAccess
  readonly outbound: Outbound
  readonly clock: Clock
}

async function* receive(
  sender: Sender,
  options: SendOptions,
  reception: Reception,
): AsyncGenerator<string, void, undefined> {
  const { lane, clock } = sender
  const startedAt = clock.now()
  const watch = createWatch(options.context.signal)
  watch.within(options.firstTokenMs, 'stalled_before_first_token')
  const total = watch.atMost(options.totalMs, () =>
    reception.text === '' ? 'stalled_before_first_token' : 'stalled_mid_answer',
  )
  try {
    const answer = await send(sender, options, watch.signal)
    for await (const piece of readCompletion(answer)) {
      if (piece.kind === 'text') {
        reception.firstTokenMs ??= clock.now() - startedAt
        watch.within(lane.idle_ms, 'stalled_mid_answer')
        reception.text += piece.text
        yield piece.text
      } else if (piece.kind === 'served') note(reception, piece)
      else if (piece.kind === 'finish') reception.finishReason = piece.reason
      else if (piece.kind === 'usage') reception.usage = piece.usage
      else reception.sawDone = true
    }
  } catch (error) {
    throw watch.fault() ?? toFault(error)
  } finally {
    watch.end()
    total()
  }
}

function note(
  reception: Reception,
  served: { model: string | undefined; provider: string | undefined },
): void {
  reception.servedModel ??= served.model
  reception.provider ??= served.provider
}

function send(
  { lane, endpoint, outbound }: Sender,
  options: SendOptions,
  signal: AbortSignal,
): Promise<OutboundStream> {
  return outbound.provider(lane.id).stream({
    method: 'POST',
    path: '/chat/completions',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream, application/json',
      authorization: endpoint.apiKey === undefined ? undefined : `Bearer ${endpoint.apiKey}`,
      'x-triptych-feature': options.feature,
    },
    body: options.body,
    signal,
    idempotent: false,
  })
}

/** The patience with an answer: until its first token, between two, and in all. Wall time, as a stall is real. */
function createWatch(caller: AbortSignal) {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const expire = (reason: Reason) => controller.abort(new LaneFault('timeout', reason))
  return {
    signal: AbortSignal.any([caller, controller.signal]),
    within(ms: number, reason: Reason) {
      clearTimeout(timer)
      timer = setTimeout(expire, ms, reason)
    },
    atMost(ms: number, reason: () => Reason) {
      const whole = setTimeout(() => expire(reason()), ms)
      return () => clearTimeout(whole)
    },
    fault(): LaneFault | undefined {
      if (controller.signal.aborted) return controller.signal.reason as LaneFault
      return caller.aborted ? new LaneFault('cancelled', 'deadline') : undefined
    },
    end: () => clearTimeout(timer),
  }
}

function toFault(error: unknown): LaneFault {
  if (error instanceof LaneFault) return error
  if (!(error instanceof OutboundError)) throw error
  const { reason, status, retryAfterMs, isTransient } = error
  if (status !== undefined && reason !== 'invalid_response')
    return faultOfStatus(status, 'http_status', retryAfterMs)
  if (reason === 'timeout') return new LaneFault('timeout', 'no_headers')
  if (reason === 'unavailable' && isTransient) return new LaneFault('retryable', 'connection')
  if (reason === 'cancelled') return new LaneFault('cancelled', 'deadline')
  return new LaneFault('lane_down', reason === 'invalid_response' ? 'not_a_stream' : 'busy', { retryAfterMs })
}
