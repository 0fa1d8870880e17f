import type { Clock } from './clock.ts'
import { readStored } from './lease.ts'
import type { State, StateStore } from './state.ts'
import type { GraceRefusal, Lease, TrustedKeys } from './types.ts'

const minute = 60_000
const longestGraceMs = 30 * minute
/** Grace is paid in advance, so much at a time: a run that is killed has lost what it paid, and gained nothing. */
const paidAtOnceMs = minute
/** A clock may stand this much before the last payment: what was paid and not used, and a correction of the clock. */
const setBackToleranceMs = 2 * minute

/** The server's time, carried on by the clock that nobody sets. */
interface Anchor {
  readonly serverMs: number
  readonly elapsedMs: number
}

interface Ground {
  readonly clock: Clock
  readonly store: StateStore
  readonly keys: TrustedKeys
  readonly machine: string
}

/**
 * How long work may go on without the server, over restarts and clock changes. Time here is the server's: taken from
 * a lease, carried on by elapsed time, and between two runs by the system's clock, but never back.
 */
export class Grace {
  readonly #ground: Ground
  #lease: Lease | undefined
  #anchor: Anchor = { serverMs: 0, elapsedMs: 0 }
  #offlineSince: number | null = null
  #paidUntil = 0
  #skew = 0

  constructor(ground: Ground) {
    this.#ground = ground
  }

  get lease(): Lease | undefined {
    return this.#lease
  }

  /** A fresh lease, requested at this elapsed time: the server's clock showed its time then or later. */
  async adopt(lease: Lease, sentAt: number): Promise<void> {
    this.#lease = lease
    this.#anchor = { serverMs: lease.serverTime.getTime(), elapsedMs: sentAt }
    this.#offlineSince = null
    this.#paidUntil = 0
    this.#skew = this.#ground.clock.now() - this.#now()
    await this.#save()
  }

  /** Takes over what an earlier run stored, or says why it is worth nothing. */
  async restore(): Promise<GraceRefusal | undefined> {
    const { clock, store, keys, machine } = this.#ground
    const state = await store.load()
    if (state === 'none') return 'no_lease'
    const lease = state === 'altered' ? undefined : await readStored(state.lease, { keys, machine })
    if (state === 'altered' || lease === undefined) return 'untrusted_lease'
    this.#lease = lease
    const shown = clock.now() - state.skew
    if (shown < state.highWater - setBackToleranceMs) return 'clock_set_back'
    this.#anchor = { serverMs: Math.max(shown, state.highWater), elapsedMs: clock.elapsed() }
    this.#offlineSince = state.offlineSince
    this.#skew = state.skew
    return undefined
  }

  /** Goes offline, or goes on with it; the first minute must be paid when this run has nothing but a stored lease. */
  async enter({ mustPay }: { readonly mustPay: boolean }): Promise<GraceRefusal | undefined> {
    this.#offlineSince ??= this.#now()
    if (this.remainingMs() <= 0) return 'grace_over'
    const isPaid = await this.pay()
    return mustPay && !isPaid ? 'storage_failed' : undefined
  }

  /** Pays for the next minute. */
  pay(): Promise<boolean> {
    this.#paidUntil = Math.min(this.#now() + paidAtOnceMs, this.#end())
    return this.#save()
  }

  /** In elapsed time. */
  get paidUntil(): number {
    return this.#paidUntil - this.#anchor.serverMs + this.#anchor.elapsedMs
  }

  remainingMs(): number {
    return this.#end() - this.#now()
  }

  offlineForMs(): number {
    return this.#offlineSince === null ? 0 : this.#now() - this.#offlineSince
  }

  /** By how much the system's clock was set since this was asked last, where that is more than a correction. */
  takeClockChange(): number | undefined {
    if (this.#lease === undefined) return undefined
    const changeMs = this.#ground.clock.now() - this.#skew - this.#now()
    if (Math.abs(changeMs) < setBackToleranceMs) return undefined
    this.#skew += changeMs
    return Math.round(changeMs)
  }

  async forget(): Promise<void> {
    this.#lease = undefined
    await this.#ground.store.save(undefined)
  }

  #now(): number {
    return this.#anchor.serverMs + this.#ground.clock.elapsed() - this.#anchor.elapsedMs
  }

  /** In the server's time. */
  #end(): number {
    const graceUntil = this.#lease?.graceUntil.getTime() ?? 0
    return Math.min(graceUntil, (this.#offlineSince ?? this.#now()) + longestGraceMs)
  }

  #save(): Promise<boolean> {
    if (this.#lease === undefined) return Promise.resolve(false)
    const state: State = {
      lease: this.#lease.token,
      highWater: Math.max(this.#now(), this.#paidUntil),
      offlineSince: this.#offlineSince,
      skew: this.#skew,
    }
    return this.#ground.store.save(state)
  }
}
