import type { Acquired, Beaten } from '../../src/ports/seats.ts'
import { graceMs, seatMs } from '../../src/domain/lease-times.ts'
import { believedMs } from '../../src/ports/known-epochs.ts'

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
  /** Until when a store that the seats were moved to may hold it, beyond its own lease. */
  movedUntil: number
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
  readonly #released = new Set<string>()
  #movedAt = Number.NEGATIVE_INFINITY
  /** Ended by time, so their machines may not know; `isTold` when they do. */
  readonly #offline = new Map<string, Held & { readonly isTold: boolean }>()
  #limit: number
  /** Whether more were held than a reduced plan has while a move counted seats whose time may be over. */
  #isReduced = false

  constructor(limit: number) {
    this.#limit = limit
  }

  setLimit(limit: number, now: number): void {
    this.#isReduced ||= limit < this.#limit && this.#isMoved(now)
    this.#limit = limit
  }

  /**
   * Another store decides from now on, and may have counted everybody who had not left for a whole lease: also those of whom
   * nobody had written down that their time is over.
   */
  moved(now: number): void {
    this.#isReduced ||= this.held(now).length > this.#limit
    this.#movedAt = now
    const machines = new Set([...this.#open.values()].map(({ machine }) => machine))
    for (const [session, gone] of this.#offline)
      if (!gone.isTold && !machines.has(gone.machine)) {
        this.#offline.delete(session)
        this.#open.set(session, gone)
      }
    for (const open of this.#open.values()) open.movedUntil = now + seatMs
  }

  /** Whether a move still counts for anybody. */
  #isMoved(now: number): boolean {
    return [...this.#open.values()].some(({ movedUntil }) => movedUntil > now)
  }

  /** Sessions that hold a seat now. */
  held(now: number): Held[] {
    return [...this.#open.values()].filter(({ heldUntil }) => heldUntil > now).sort((a, b) => order(a, b))
  }

  /** Sessions that would hold none, were it not for a move. */
  late(now: number): Held[] {
    return [...this.#open.values()].filter((open) => isLate(open, now))
  }

  burst(seen: readonly Seen[], now: number): void {
    const held = this.held(now)
    const late = this.late(now)
    this.#isReduced &&= this.#isMoved(now)
    const left = this.#leave(seen, held)
    // Before anybody says goodbye: who asked may have been first.
    const offline = this.#offlineAt(now)
    const scene = { held, late, offline, now, revived: new Set<string>(), ...this.#keeping(held, late, left) }

    const acquires = seen.filter((one) => one.deed === 'acquire')
    for (const one of seen) if (one.deed === 'heartbeat') this.#heartbeat(one, scene)
    for (const one of seen) if (one.deed === 'release') this.#release(one, scene)
    this.#acquire(acquires, left, scene)
    const [only] = acquires
    if (acquires.length === 1 && only !== undefined && seen.every(leavesAll))
      this.#judgeNoOverlap(only, scene)
    if (acquires.length > 0) this.#expire(now)
    for (const session of left) this.#open.delete(session)
    const granted = acquires.flatMap(({ machine, answer }) =>
      answer.kind === 'granted' ? [{ machine, answer }] : [],
    )
    for (const { machine, answer } of granted) this.#hold(machine, answer.session, now)
  }

  /** Who may and who must go on, as one of the oldest of so many as there are seats. */
  #keeping(held: readonly Held[], late: readonly Held[], left: ReadonlySet<string>) {
    const older = (all: readonly Held[], session: string): Held[] => {
      const own = held.find((one) => one.session === session)
      return own === undefined ? [] : all.filter((one) => order(one, own) < 0)
    }
    const isHeld = (session: string): boolean => held.some((one) => one.session === session)
    // What a move holds for somebody whose time is over takes no seat from who has one, unless the plan shrinks, or the
    // store could not yet know.
    const counting = [...held, ...late.filter((one) => this.#isReduced || isJustOver(one))]
    const staying = held.filter(({ session }) => !left.has(session))
    return {
      mayKeep: (session: string) => isHeld(session) && older(staying, session).length < this.#limit,
      mustKeep: (session: string) => isHeld(session) && older(counting, session).length < this.#limit,
    }
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
      if (held === undefined && !this.#revive(session, scene) && !this.#isUnheard(session, scene.now))
        this.faults.push(`${session} was revived`)
      if (held !== undefined && !scene.mayKeep(session))
        this.faults.push(`${session} was kept beyond the plan`)
      const open = this.#open.get(session)
      if (open !== undefined) Object.assign(open, timesFrom(scene.now))
    } else if (held !== undefined && scene.mustKeep(session))
      this.faults.push(`${session} was lost while it was held: ${answer.reason}`)
    else if (held !== undefined && answer.reason !== 'plan_reduced')
      this.faults.push(`${session} was surplus and heard ${answer.reason}`)
    else if (held === undefined) this.#end(session, true)
  }

  /** Whether a move may have held it for longer. */
  #revive(session: string, { late, revived }: Scene): boolean {
    const isLate = late.some((one) => one.session === session)
    if (isLate) revived.add(session)
    return isLate
  }

  /** Whether a process may not have heard of a move, and so of who left after it. */
  #isUnheard(session: string, now: number): boolean {
    return this.#released.has(session) && now < this.#movedAt + believedMs
  }

  #release({ session, answer }: Extract<Seen, { deed: 'release' }>, { held, late }: Scene): void {
    const wasHeld = held.some((one) => one.session === session)
    const wasLate = late.some((one) => one.session === session)
    if (wasHeld && !answer) this.faults.push(`${session} was held and could not be released`)
    if (!wasHeld && !wasLate && answer) this.faults.push(`${session} was released twice`)
    this.#released.add(session)
    // Whoever says goodbye works on no more, also when time was quicker.
    if (!wasHeld) this.#open.delete(session)
    this.#offline.delete(session)
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
      if (own !== undefined || this.#revive(id, scene)) continue
      if (this.#known.has(id)) this.faults.push(`${id} was granted again after its end`)
      fresh += 1
      if (overlap) this.overlaps += 1
      if (acquires.length === 1) this.#judgeOverlap(machine, overlap, scene)
    }
    const after = scene.held.length - left.size + scene.revived.size + fresh
    if (fresh > 0 && after > this.#limit)
      this.faults.push(`${after} of ${this.#limit} seats are held after ${fresh} grants`)
    const isRefused = acquires.some(({ machine, answer }) => {
      const own = scene.held.find((one) => one.machine === machine)
      return answer.kind === 'full' && own === undefined
    })
    if (isRefused && scene.held.length + scene.late.length + fresh < this.#limit)
      this.faults.push(`refused with ${scene.held.length} of ${this.#limit} seats held`)
  }

  /** Only where nobody else asked at the same time; others may have ended then. */
  #judgeOverlap(machine: string, overlap: boolean, { held, late, offline: before }: Scene): void {
    const offline = beside(machine, before, held)
    for (const one of late) if (one.machine !== machine) offline.add(one.machine)
    if (overlap && held.length + 1 + offline.size <= this.#limit)
      this.faults.push(`${machine} was said to overlap with nobody`)
  }

  /** Only where nobody else asked or left at the same time. */
  #judgeNoOverlap(
    { machine, answer }: Extract<Seen, { deed: 'acquire' }>,
    { held, late, offline: before }: Scene,
  ): void {
    if (answer.kind !== 'granted' || late.length > 0 || held.some((one) => one.machine === machine)) return
    const offline = beside(machine, before, held)
    if (!answer.session.overlap && held.length + 1 + offline.size > this.#limit)
      this.faults.push(`${machine} overlaps with ${offline.size} others, which was not counted`)
  }

  /** Machines with a grace that goes beyond their seat. */
  #offlineAt(now: number): ReadonlySet<string> {
    const offline = new Set<string>()
    for (const { machine, graceUntil } of this.#offline.values()) if (graceUntil > now) offline.add(machine)
    for (const { machine, heldUntil, graceUntil } of this.#open.values())
      if (heldUntil <= now && graceUntil > now) offline.add(machine)
    return offline
  }

  /** Asking for a seat ends what time has ended. */
  #expire(now: number): void {
    for (const [session, open] of this.#open)
      if (open.heldUntil <= now && !isLate(open, now)) this.#end(session, false)
  }

  /** Time has ended a session, and its machine may not know. */
  #end(session: string, isTold: boolean): void {
    const gone = this.#open.get(session) ?? this.#offline.get(session)
    if (gone === undefined) return
    this.#offline.set(session, { ...gone, isTold })
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
  readonly late: readonly Held[]
  /** Machines that could work offline when the burst began. */
  readonly offline: ReadonlySet<string>
  readonly now: number
  /** Late sessions that went on. */
  readonly revived: Set<string>
  mayKeep(session: string): boolean
  mustKeep(session: string): boolean
}

/** Those that may go on offline although another has their seat. */
function beside(machine: string, offline: ReadonlySet<string>, held: readonly Held[]): Set<string> {
  const others = new Set(offline)
  for (const one of held) others.delete(one.machine)
  others.delete(machine)
  return others
}

const timesFrom = (now: number) => ({ heldUntil: now + seatMs, graceUntil: now + graceMs, movedUntil: 0 })

/** Whether no seat was given up by it. */
const leavesAll = (one: Seen): boolean =>
  one.deed === 'acquire' || (one.deed === 'heartbeat' && one.answer.kind === 'kept')

/** A heartbeat may take so long to reach the other store. */
const recordedWithinMs = 30_000

const isJustOver = ({ heldUntil, movedUntil }: Held): boolean =>
  heldUntil > movedUntil - seatMs - recordedWithinMs

const isLate = ({ heldUntil, movedUntil }: Held, now: number): boolean => heldUntil <= now && movedUntil > now

const order = (a: Held, b: Held): number =>
  a.startedAt === b.startedAt ? compare(a.session, b.session) : compare(a.startedAt, b.startedAt)
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
