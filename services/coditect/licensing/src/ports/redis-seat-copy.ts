import { type Clock, systemClock } from '@triptych/kernel'
import type { RedisScripts } from '@triptych/kv'
import type { SeatScriptName } from './redis-seat-scripts.ts'

/** Which copy of whose seats. */
export interface CopyName {
  readonly licenseId: string
  readonly epoch: number
}

/** What a licence allows, in spans of time. */
export interface CopyTerms {
  readonly limit: number
  /** A seat is held for so long without a heartbeat. */
  readonly holdMs: number
  /** How long the licence may be used; null without end. */
  readonly usableMs: number | null
}

export interface LoadedSeat {
  readonly machine: string
  readonly session: string
  /** As Postgres has it, so that both know the same for the newest. */
  readonly startedAt: number
  /** Not above 0 where its time is over, unless the copy before knows of a later heartbeat. */
  readonly restMs: number
}

interface CopyState {
  readonly used: number
  readonly limit: number
  /** Sessions that had ended and were dropped. */
  readonly dropped: readonly string[]
}
export type CopyAcquired =
  | { readonly outcome: 'stale' }
  /** `kept`: the machine had a seat, and has it still. */
  | (CopyState & { readonly outcome: 'taken' | 'kept'; readonly session: string })
  | (CopyState & {
      readonly outcome: 'full'
      readonly nextFreeMs: number
      readonly held: readonly string[]
      /** The machine's own session, where a reduced plan has no seat for it. */
      readonly reduced: string | null
    })

export type CopyBeaten =
  | { readonly outcome: 'kept'; readonly machine: string; readonly holdMs: number }
  | { readonly outcome: 'gone' | 'plan_reduced' | 'stale' }

/** The seats of licences as Redis holds them; `stale` wherever it does not hold just that copy. */
export interface SeatCopies {
  acquire(copy: CopyName, seat: Omit<LoadedSeat, 'restMs'>): Promise<CopyAcquired>
  heartbeat(copy: CopyName, session: string): Promise<CopyBeaten>
  /** No heartbeat keeps it from now on; its seat stays taken until it is released. */
  close(copy: CopyName, session: string): Promise<'held' | 'gone' | 'stale'>
  release(copy: CopyName, session: string): Promise<'released' | 'stale'>
  /** The copy anew; `late` when this very epoch is there already. */
  load(copy: CopyName, terms: CopyTerms, seats: readonly LoadedSeat[]): Promise<'loaded' | 'late'>
  /** The same copy under another epoch and on its terms, with no session but these. */
  renew(
    copy: CopyName,
    epoch: number,
    terms: CopyTerms,
    sessions: readonly string[],
  ): Promise<'renewed' | 'stale'>
  /** Sessions that hold a seat, with the milliseconds they have left. */
  list(copy: CopyName): Promise<ReadonlyMap<string, number> | 'stale'>
  ping(): Promise<'up' | 'down'>
}

/** `serverClock` is what Redis goes by. */
export function createSeatCopies(
  scripts: RedisScripts<SeatScriptName>,
  clock: Clock,
  serverClock: Clock = systemClock,
): SeatCopies {
  const run = (name: SeatScriptName, { licenseId, epoch }: CopyName, ...args: (string | number)[]) => {
    const keys = [`seats:{${licenseId}}:holders`, `seats:{${licenseId}}:ends`]
    return scripts.run(name, keys, [epoch, clock.now() - serverClock.now(), ...args])
  }
  return {
    async acquire(copy, { machine, session, startedAt }) {
      const reply = (await run('acquire', copy, machine, session, startedAt)) as AcquireReply
      if (reply[0] === 'stale') return { outcome: 'stale' }
      const state = { used: reply[2], limit: reply[3], dropped: reply[4] }
      return reply[0] === 'full'
        ? { ...state, outcome: reply[0], nextFreeMs: reply[1], held: reply[5], reduced: reply[6] }
        : { ...state, outcome: reply[0], session: reply[1] }
    },
    async heartbeat(copy, session) {
      const reply = (await run('heartbeat', copy, session)) as HeartbeatReply
      return reply[0] === 'kept'
        ? { outcome: reply[0], machine: reply[1], holdMs: reply[2] }
        : { outcome: reply[0] }
    },
    close: async (copy, session) => (await run('close', copy, session)) as 'held' | 'gone' | 'stale',
    release: async (copy, session) => (await run('release', copy, session)) as 'released' | 'stale',
    async load(copy, terms, seats) {
      const rows = seats.flatMap((seat) => [seat.machine, seat.session, seat.startedAt, seat.restMs])
      return (await run('load', copy, ...valuesOf(terms), ...rows)) as 'loaded' | 'late'
    },
    renew: async (copy, epoch, terms, sessions) =>
      (await run('renew', copy, epoch, ...valuesOf(terms), ...sessions)) as 'renewed' | 'stale',
    async list(copy) {
      const reply = (await run('list', copy)) as 'stale' | [string, number][]
      return reply === 'stale' ? reply : new Map(reply)
    },
    ping: () => scripts.ping(),
  }
}

const valuesOf = ({ limit, holdMs, usableMs }: CopyTerms) => [limit, holdMs, usableMs ?? '']

type AcquireReply =
  | ['stale']
  | ['taken' | 'kept', string, number, number, string[]]
  | ['full', number, number, number, string[], string[], string | null]
type HeartbeatReply = ['kept', string, number] | ['gone' | 'plan_reduced' | 'stale']
