import { beatDelay, oneTryWithin, type Try, triesWithin } from './schedule.ts'
import { held, waitUntil } from './clock.ts'
import type { Emitter } from './emitter.ts'
import { warn } from './emitter.ts'
import { carryOut, type Ground, type Outcome } from './exchange.ts'
import type { Grace } from './grace.ts'
import { judgeFresh } from './lease.ts'
import { releaseOnSignal } from './signals.ts'
import {
  type Failure,
  LicenseError,
  type Lease,
  type Refusal,
  type TrustedKeys,
  type Verdict,
} from './types.ts'
import type { Wire } from './wire.ts'

const offlineRetryMs = 5 * 60_000
const releaseTries: readonly Try[] = [
  { delayMs: 0, timeoutMs: 2_000 },
  { delayMs: 250, timeoutMs: 2_000 },
]
/** Whoever pressed Ctrl-C, or has seen no server for a while, is not kept waiting. */
const hastyTries: readonly Try[] = [{ delayMs: 0, timeoutMs: 1_000 }]

export interface Parts extends Ground {
  readonly emitter: Emitter
  readonly random: () => number
  readonly wire: Wire
  readonly grace: Grace
  readonly keys: TrustedKeys
  /** As leases name it. */
  readonly machine: string
  readonly startTimeoutMs: number
  readonly handleSignals: boolean
}

type Granted = Extract<Outcome, { kind: 'granted' }>

/** A seat from the first request for it until it is given back or lost. */
export class Session {
  readonly #parts: Parts
  readonly #life = new AbortController()
  /** Wakes what waits for the next thing that is due. */
  #wake = new AbortController()
  #verdict: Verdict = { status: 'idle' }
  #renewal: Promise<Verdict> | undefined
  #beatAt = 0
  #retryAt = 0
  #forgetSignals = (): void => {}

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get verdict(): Verdict {
    if (this.#verdict.status !== 'offline') return this.#verdict
    return { ...this.#verdict, graceEndsInMs: Math.max(0, this.#parts.grace.remainingMs()) }
  }

  async acquire(): Promise<Verdict> {
    const { grace, startTimeoutMs, random } = this.#parts
    const worthless = await grace.restore()
    const outcome = await this.#ask('acquire', triesWithin(startTimeoutMs, random))
    if (outcome.kind === 'granted') await this.#hold(outcome, 'acquired')
    else if (outcome.kind === 'refused') await this.#refuse(outcome.refusal)
    else if (outcome.kind === 'failed') {
      const refusal = worthless ?? (await grace.enter({ mustPay: true }))
      if (refusal === undefined) this.#goOffline(outcome.failure)
      else this.#verdict = { status: 'unreachable', failure: outcome.failure, grace: refusal }
    }
    if (this.#isHeld()) this.#begin()
    return this.verdict
  }

  /** One at a time: who asks meanwhile gets the same answer. */
  renew(): Promise<Verdict> {
    if (!this.#isHeld()) return Promise.resolve(this.verdict)
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  async release({ inHaste }: { readonly inHaste: boolean }): Promise<{ readonly confirmed: boolean }> {
    const { grace, wire, emit } = this.#parts
    const { lease } = grace
    const isHeld = this.#isHeld()
    const tries = inHaste || this.#verdict.status === 'offline' ? hastyTries : releaseTries
    this.#stop({ status: 'idle' })
    if (!isHeld || lease === undefined) return { confirmed: false }
    const outcome = await carryOut(this.#parts, {
      operation: 'release',
      tries,
      signal: new AbortController().signal,
      request: () => wire.release(lease.sessionId, lease.token),
    })
    await grace.forget()
    const confirmed = outcome.kind !== 'failed'
    emit('released', { confirmed })
    return { confirmed }
  }

  #isHeld(): boolean {
    return this.#verdict.status === 'online' || this.#verdict.status === 'offline'
  }

  #begin(): void {
    if (this.#parts.handleSignals)
      this.#forgetSignals = releaseOnSignal(() => held(this.release({ inHaste: true })))
    this.#watch().catch(warn)
  }

  #stop(verdict: Verdict): void {
    this.#verdict = verdict
    this.#life.abort()
    this.#wake.abort()
    this.#forgetSignals()
  }

  async #watch(): Promise<void> {
    const { clock } = this.#parts
    while (!this.#life.signal.aborted) {
      this.#wake = new AbortController()
      await waitUntil(clock, this.#nextDue(), this.#wake.signal)
      if (!this.#life.signal.aborted) await this.#doWhatIsDue()
    }
  }

  /** In elapsed time. */
  #nextDue(): number {
    const { clock, grace } = this.#parts
    if (this.#verdict.status === 'online') return this.#beatAt
    return Math.min(this.#retryAt, grace.paidUntil, clock.elapsed() + grace.remainingMs())
  }

  async #doWhatIsDue(): Promise<void> {
    const { clock, grace } = this.#parts
    this.#noticeClock()
    if (this.#verdict.status === 'online') {
      if (clock.elapsed() >= this.#beatAt) await this.renew()
    } else if (grace.remainingMs() <= 0) this.#endGrace()
    else if (clock.elapsed() >= this.#retryAt) {
      this.#retryAt = clock.elapsed() + offlineRetryMs
      await this.renew()
    } else if (clock.elapsed() >= grace.paidUntil) await grace.pay()
  }

  #noticeClock(): void {
    const byMs = this.#parts.grace.takeClockChange()
    if (byMs !== undefined) this.#parts.emit('clock_changed', { byMs })
  }

  async #renew(): Promise<Verdict> {
    const isOnline = this.#verdict.status === 'online'
    const tries = isOnline ? triesWithin(this.#room(), this.#parts.random) : this.#oneTry()
    const beat = await this.#ask('heartbeat', tries)
    // Out of tries, a lost seat may still be had anew; offline, the next retry is soon enough.
    const isSecondAsked = beat.kind === 'gone' || (beat.kind === 'failed' && isOnline)
    const outcome = isSecondAsked ? await this.#ask('acquire', this.#oneTry()) : beat
    if (outcome.kind === 'granted') await this.#hold(outcome, isSecondAsked ? 'acquired' : 'renewed')
    else if (outcome.kind === 'refused') await this.#refuse(outcome.refusal)
    else if (outcome.kind === 'failed') await this.#stayOffline(outcome.failure)
    return this.verdict
  }

  /** Offline, an answer that comes after the grace is none. */
  #oneTry(): Try[] {
    const { grace } = this.#parts
    const longestMs = this.#verdict.status === 'offline' ? Math.max(0, grace.remainingMs()) : Infinity
    return oneTryWithin(this.#room()).map(({ delayMs, timeoutMs }) => ({
      delayMs,
      timeoutMs: Math.min(timeoutMs, longestMs),
    }))
  }

  /** How long a beat may take: what the lease leaves between its interval and its end. */
  #room(): number {
    const { lease } = this.#parts.grace
    if (lease === undefined) return 0
    return lease.expiresAt.getTime() - lease.serverTime.getTime() - lease.heartbeatIntervalMs
  }

  async #hold(granted: Granted, how: 'acquired' | 'renewed'): Promise<void> {
    const { clock, emit, grace, random } = this.#parts
    const { lease, sentAt, seatsUsed, maxSeats } = granted
    const wasOffline = this.#verdict.status === 'offline'
    const offlineForMs = Math.round(grace.offlineForMs())
    await grace.adopt(lease, sentAt)
    if (this.#life.signal.aborted) return
    this.#beatAt = Math.max(clock.elapsed(), sentAt + beatDelay(lease.heartbeatIntervalMs, random))
    this.#verdict = { status: 'online', lease, ...this.#seats(seatsUsed, maxSeats) }
    this.#wake.abort()
    if (wasOffline) emit('recovered', { lease, offlineForMs })
    else if (how === 'acquired') emit('acquired', { lease, seatsUsed, maxSeats })
    else emit('renewed', { lease })
  }

  /** A heartbeat's answer need not say again how many seats there are. */
  #seats(seatsUsed: number | null, maxSeats: number | null) {
    const before = this.#verdict.status === 'online' ? this.#verdict : { seatsUsed: null, maxSeats: null }
    return { seatsUsed: seatsUsed ?? before.seatsUsed, maxSeats: maxSeats ?? before.maxSeats }
  }

  async #stayOffline(failure: Failure): Promise<void> {
    const refusal = await this.#parts.grace.enter({ mustPay: false })
    if (this.#life.signal.aborted) return
    if (refusal === undefined) this.#goOffline(failure)
    else this.#endGrace()
  }

  #goOffline(failure: Failure): void {
    const { clock, emit, grace } = this.#parts
    const lease = grace.lease as Lease
    const graceEndsInMs = Math.round(grace.remainingMs())
    if (this.#verdict.status !== 'offline') this.#retryAt = clock.elapsed() + offlineRetryMs
    this.#verdict = { status: 'offline', lease, graceEndsInMs, failure }
    this.#wake.abort()
    const minutes = Math.max(1, Math.round(graceEndsInMs / 60_000))
    const message = `The licence server cannot be reached. Work can go on for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}.`
    emit('offline', { message, graceEndsInMs, failure })
  }

  #endGrace(): void {
    const message = 'The licence server has been out of reach for longer than the licence allows.'
    this.#end({ reason: 'grace_over', message, details: {} })
  }

  /** The server's no ends the grace, too: a restart without network does not get round it. */
  async #refuse(refusal: Refusal): Promise<void> {
    await this.#parts.grace.forget()
    if (this.#isHeld()) this.#end(refusal)
    else this.#verdict = { status: 'refused', refusal }
  }

  #end(refusal: Refusal): void {
    this.#stop({ status: 'refused', refusal })
    this.#parts.emit('ended', { error: new LicenseError(refusal) })
  }

  #ask(operation: 'acquire' | 'heartbeat', tries: readonly Try[]): Promise<Outcome> {
    const { keys, machine, wire, grace } = this.#parts
    const { lease: previous } = grace
    const sameSession = operation === 'heartbeat'
    return carryOut(this.#parts, {
      operation,
      tries,
      signal: this.#life.signal,
      request: (nonce) =>
        sameSession && previous !== undefined
          ? wire.heartbeat(previous.sessionId, previous.token, nonce)
          : wire.acquire(nonce),
      judge: (token, nonce) => judgeFresh(token, { keys, machine, nonce, previous, sameSession }),
    })
  }
}
