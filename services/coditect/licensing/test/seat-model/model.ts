import type { Acquired, Beaten } from '../../src/ports/seats.ts'
import { graceMs, seatMs } from '../../src/domain/lease-times.ts'

/** What one client saw in a burst. */
export type Seen =
  | { readonly deed: 'acquire'; readonly machine: string; readonly answer: Acquired }
  | {
      readonly deed: 'heartbeat'
      readonly machine: string
      readonly session: string
      readonly answer: Beaten
    }
  | { readonly deed: 'release'; readonly machine: string; readonly session: string; readonly answer: boolean }

interface Held {
  readonly machine: string
  readonly session: string
  readonly startedAt: string
  heldUntil: number
  graceUntil: number
}

/** How much of the truth can be said: a copy that moves may hold a seat longer than its lease. */
export interface Strictness {
  /** Who is refused must have found every seat taken, and what ended must be known as such. */
  readonly refusals: boolean
}

/**
 * The seats of one licence as they must be after what clients saw. Time stands still within a burst, so what may have
 * happened there is bounded by counting: seats left at first and taken last, or the other way round.
 */
export class SeatModel {
  readonly faults: string[] = []
  /** Grants while another machine may have worked offline on the same seat. */
  overlaps = 0
  readonly #open = new Map<string, Held>()
  readonly #known = new Set<string>()
  #offline = new Map<string, number>()
  #limit: number
  readonly #strict: Strictness

  constructor(limit: number, strict: Strictness) {
    this.#limit = limit
    this.#strict = strict
  }

  setLimit(limit: number): void {
    this.#limit = limit
  }

  /** Sessions that hold a seat now. */
  held(now: number): Held[] {
    return [...this.#open.values()].filter(({ heldUntil }) => heldUntil > now).sort((a, b) => order(a, b))
  }

  burst(seen: readonly Seen[], now: number): void {
    const held = this.held(now)
    const ranks = new Map(held.map(({ session }, rank) => [session, rank]))
    const left = this.#leave(seen, held)
    const olderLeft = (session: string): number =>
      held.slice(0, ranks.get(session) ?? 0).filter((older) => left.has(older.session)).length
    const mayKeep = (session: string): boolean =>
      (ranks.get(session) ?? Infinity) - olderLeft(session) < this.#limit
    const mustKeep = (session: string): boolean => (ranks.get(session) ?? Infinity) < this.#limit
    const scene = { held, now, mayKeep, mustKeep }

    const acquires = seen.filter((one) => one.deed === 'acquire')
    for (const one of seen) if (one.deed === 'heartbeat') this.#heartbeat(one, scene)
    for (const one of seen) if (one.deed === 'release') this.#release(one, scene)
    this.#acquire(acquires, left, scene)
    if (acquires.length > 0) this.#expire(now)
    for (const session of left) this.#open.delete(session)
    const granted = acquires.flatMap(({ machine, answer }) =>
      answer.kind === 'granted' ? [{ machine, answer }] : [],
    )
    for (const { machine, answer } of granted) this.#hold(machine, answer.session, now)
  }

  /** Sessions that held a seat when the burst began and were given back or taken away in it. */
  #leave(seen: readonly Seen[], held: readonly Held[]): Set<string> {
    const left = new Set<string>()
    for (const one of seen) {
      const isLeft =
        one.deed === 'release' ? one.answer : one.deed === 'heartbeat' && one.answer.kind === 'lost'
      if (isLeft && 'session' in one && held.some(({ session }) => session === one.session))
        left.add(one.session)
      // A machine that was refused although it had a seat was among the surplus of a smaller plan.
      const own = held.find(({ machine }) => machine === one.machine)
      if (one.deed === 'acquire' && one.answer.kind !== 'granted' && own !== undefined) left.add(own.session)
    }
    return left
  }

  #heartbeat({ session, answer }: Extract<Seen, { deed: 'heartbeat' }>, scene: Scene): void {
    const held = scene.held.find((one) => one.session === session)
    if (answer.kind === 'kept') {
      if (held === undefined) {
        if (this.#strict.refusals) this.faults.push(`${session} was revived`)
        if (!this.#open.has(session)) this.faults.push(`${session} came back after its end`)
      } else if (!scene.mayKeep(session)) this.faults.push(`${session} was kept beyond the plan`)
      const open = this.#open.get(session)
      if (open !== undefined) Object.assign(open, timesFrom(scene.now))
    } else if (held !== undefined && scene.mustKeep(session))
      this.faults.push(`${session} was lost while it was held: ${answer.reason}`)
    else if (held !== undefined && answer.reason !== 'plan_reduced')
      this.faults.push(`${session} was surplus and heard ${answer.reason}`)
    else if (held === undefined) this.#end(session)
  }

  #release({ session, answer }: Extract<Seen, { deed: 'release' }>, { held }: Scene): void {
    const wasHeld = held.some((one) => one.session === session)
    if (wasHeld && !answer) this.faults.push(`${session} was held and could not be released`)
    if (!wasHeld && answer && this.#strict.refusals) this.faults.push(`${session} was released twice`)
    if (!wasHeld) this.#open.delete(session)
  }

  #acquire(acquires: readonly Extract<Seen, { deed: 'acquire' }>[], left: Set<string>, scene: Scene): void {
    let fresh = 0
    for (const { machine, answer } of acquires) {
      const own = scene.held.find((one) => one.machine === machine)
      if (answer.kind === 'refused') this.faults.push(`${machine} was refused: ${answer.status}`)
      if (answer.kind === 'full' && own !== undefined && scene.mustKeep(own.session))
        this.faults.push(`${machine} did not get its own seat back`)
      if (answer.kind !== 'granted') continue
      const { id, overlap } = answer.session
      if (own !== undefined && id !== own.session) this.faults.push(`${machine} has two sessions`)
      if (own !== undefined && !scene.mayKeep(id)) this.faults.push(`${id} was given back beyond the plan`)
      if (own !== undefined) continue
      // Where a copy may hold longer, a machine may also find its own seat again.
      const isOwnLate = this.#open.get(id)?.machine === machine && !this.#strict.refusals
      if (this.#known.has(id) && !isOwnLate) this.faults.push(`${id} was granted again after its end`)
      fresh += 1
      if (overlap) this.overlaps += 1
      if (acquires.length === 1) this.#judgeOverlap(machine, overlap, scene)
    }
    const after = scene.held.length - left.size + fresh
    if (fresh > 0 && after > this.#limit)
      this.faults.push(`${after} of ${this.#limit} seats are held after ${fresh} grants`)
    const isRefused = acquires.some(({ machine, answer }) => {
      const own = scene.held.find((one) => one.machine === machine)
      return answer.kind === 'full' && own === undefined
    })
    if (isRefused && this.#strict.refusals && scene.held.length + fresh < this.#limit)
      this.faults.push(`refused with ${scene.held.length} of ${this.#limit} seats held`)
  }

  /** Exact only where nothing else happened at the same time. */
  #judgeOverlap(machine: string, overlap: boolean, { held, now }: Scene): void {
    if (!this.#strict.refusals) return
    const gone = new Set<string>()
    for (const [name, until] of this.#offline) if (until > now) gone.add(name)
    for (const open of this.#open.values())
      if (open.heldUntil <= now && open.graceUntil > now) gone.add(open.machine)
    for (const one of held) gone.delete(one.machine)
    gone.delete(machine)
    if (overlap && held.length + 1 + gone.size <= this.#limit)
      this.faults.push(`${machine} was said to overlap with nobody`)
  }

  /** Asking for a seat ends what time has ended; where copies move, whoever was held may find it still there. */
  #expire(now: number): void {
    if (!this.#strict.refusals) return
    for (const [session, open] of this.#open) {
      if (open.heldUntil <= now) this.#end(session)
    }
  }

  /** Time has ended a session, and its machine may not know. */
  #end(session: string): void {
    const open = this.#open.get(session)
    if (open === undefined) return
    this.#offline.set(open.machine, Math.max(this.#offline.get(open.machine) ?? 0, open.graceUntil))
    this.#open.delete(session)
  }

  sweep(now: number): void {
    this.#expire(now)
  }

  #hold(
    machine: string,
    { id, started_at: startedAt }: { id: string; started_at: string },
    now: number,
  ): void {
    this.#known.add(id)
    for (const [session, open] of this.#open)
      if (open.machine === machine && session !== id) this.#open.delete(session)
    this.#open.set(id, { machine, session: id, startedAt, ...timesFrom(now) })
  }
}

interface Scene {
  readonly held: readonly Held[]
  readonly now: number
  mayKeep(session: string): boolean
  mustKeep(session: string): boolean
}

const timesFrom = (now: number) => ({ heldUntil: now + seatMs, graceUntil: now + graceMs })

const order = (a: Held, b: Held): number =>
  a.startedAt === b.startedAt ? compare(a.session, b.session) : compare(a.startedAt, b.startedAt)
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
