import type { Clock } from './clock.ts'
import { waitUntil } from './clock.ts'
import type { Emit } from './emitter.ts'
import type { HttpAnswer, HttpRequest } from './http.ts'
import type { LeaseJudgement } from './lease.ts'
import type { Try } from './schedule.ts'
import { codeOf, type Transport } from './transport.ts'
import type { Failure, Lease, Operation, Refusal } from './types.ts'
import { readAnswer } from './wire.ts'

/** What came of all tries of one request. */
export type Outcome =
  | {
      readonly kind: 'granted'
      readonly lease: Lease
      /** The elapsed time at which the request that was answered left. */
      readonly sentAt: number
      readonly seatsUsed: number | null
      readonly maxSeats: number | null
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' }

export interface Exchange {
  readonly operation: Operation
  readonly tries: readonly Try[]
  readonly signal: AbortSignal
  /** A fresh nonce comes with each try. */
  readonly request: (nonce: string) => HttpRequest
  readonly judge?: (token: string, nonce: string) => Promise<LeaseJudgement>
}

export interface Ground {
  readonly clock: Clock
  readonly send: Transport
  readonly emit: Emit
}

/** Tries until the server has answered something that can be believed, or the tries are over. Never rejects. */
export async function carryOut(ground: Ground, exchange: Exchange): Promise<Outcome> {
  const { operation, tries, signal } = exchange
  let outcome: Outcome = { kind: 'cancelled' }
  for (const [index, { delayMs, timeoutMs }] of tries.entries()) {
    await waitUntil(ground.clock, ground.clock.elapsed() + delayMs, signal)
    if (signal.aborted) return { kind: 'cancelled' }
    outcome = await tryOnce(ground, exchange, timeoutMs)
    if (outcome.kind !== 'failed') return outcome
    const nextInMs = tries[index + 1]?.delayMs ?? null
    ground.emit('attempt_failed', { operation, attempt: index + 1, failure: outcome.failure, nextInMs })
  }
  return outcome
}

async function tryOnce(ground: Ground, exchange: Exchange, timeoutMs: number): Promise<Outcome> {
  const nonce = createNonce()
  const sentAt = ground.clock.elapsed()
  const answer = await sendOnce(ground, exchange.request(nonce), { timeoutMs, signal: exchange.signal })
  if (exchange.signal.aborted) return { kind: 'cancelled' }
  if ('kind' in answer) return { kind: 'failed', failure: answer }
  const reading = readAnswer(answer, exchange.operation)
  if (reading.kind !== 'lease') return reading
  const judgement = (await exchange.judge?.(reading.token, nonce)) ?? { verdict: 'malformed' }
  if (judgement.verdict !== 'valid')
    return { kind: 'failed', failure: { kind: 'untrusted', verdict: judgement.verdict } }
  const { seatsUsed, maxSeats } = reading
  return { kind: 'granted', lease: judgement.lease, sentAt, seatsUsed, maxSeats }
}

/** The answer, or why there is none within the time. */
async function sendOnce(
  { clock, send }: Ground,
  request: HttpRequest,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<HttpAnswer | Failure> {
  const timeout = new AbortController()
  const abort = (): void => timeout.abort()
  const cancel = clock.timer(timeoutMs, abort)
  signal.addEventListener('abort', abort)
  try {
    return await send(request, timeout.signal)
  } catch (error) {
    return timeout.signal.aborted ? { kind: 'timeout' } : { kind: 'network', code: codeOf(error) }
  } finally {
    cancel()
    signal.removeEventListener('abort', abort)
  }
}

/** 128 bits. */
const createNonce = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
