import type { Context } from '@triptych/kernel'
import type { LicenseRef, Seats } from '../../src/ports/seats.ts'
import { type Seen, SeatModel } from './model.ts'
import type { Deed, Step } from './plan.ts'

/** Seats under test: the processes that grant them, and what a plan does to them beside asking. */
export interface Subject {
  readonly processes: readonly Seats[]
  readonly goesBack: boolean
  now(): number
  advance(ms: number): Promise<void>
  context(): Context
  /** A licence of its own for each run. */
  license(seats: number): Promise<LicenseRef>
  setLimit(license: LicenseRef, seats: number): Promise<void>
  /** Sessions that hold a seat, as the store says that grants; undefined where that has lost them. */
  held(license: LicenseRef): Promise<string[] | undefined>
  /** How often the seats have been moved from one store to another. */
  moves(): number
  disturb(how: number, license: LicenseRef): Promise<void>
}

export interface Outcome {
  readonly faults: readonly string[]
  readonly deeds: number
  readonly grants: number
  readonly overlaps: number
}

const compareEvery = 20

/** Carries a plan out and says what was wrong with what clients saw; ends at the first fault. */
export async function runPlan(subject: Subject, plan: readonly Step[], seats: number): Promise<Outcome> {
  const license = await subject.license(seats)
  const model = new SeatModel(seats)
  const run = { subject, license, model, sessions: new Map<number, string>() }
  let [deeds, grants, bursts] = [0, 0, 0]
  for (const step of plan) {
    const moves = subject.moves()
    const seen = await carryOut(run, step)
    if (subject.moves() !== moves) model.moved(subject.now())
    if (step.kind === 'burst') {
      model.burst(seen, subject.now())
      deeds += step.deeds.length
      grants += seen.filter(({ deed, answer }) => deed === 'acquire' && isGranted(answer)).length
      bursts += 1
      // What began in the burst may have been moved in it too.
      if (subject.moves() !== moves) model.moved(subject.now())
      if (bursts % compareEvery === 0) await compare(subject, license, model)
    }
    if (model.faults.length > 0) break
  }
  return { faults: model.faults, deeds, grants, overlaps: model.overlaps }
}

interface Run {
  readonly subject: Subject
  readonly license: LicenseRef
  readonly model: SeatModel
  /** Which session each client believes to have. */
  readonly sessions: Map<number, string>
}

/** Does one step; of a burst, what its clients saw. */
async function carryOut({ subject, license, model, sessions }: Run, step: Step): Promise<Seen[]> {
  if (step.kind === 'burst') return burst(subject, license, sessions, step.deeds)
  if (step.kind === 'clock') await subject.advance(step.ms)
  if (step.kind === 'disturb') await subject.disturb(step.how, license)
  if (step.kind === 'sweep') {
    await subject.processes[0]?.sweep(subject.context(), () => undefined)
    model.sweep(subject.now())
  }
  if (step.kind === 'limit') {
    await subject.setLimit(license, step.seats)
    model.setLimit(step.seats, subject.now())
  }
  return []
}

const isGranted = (answer: Seen['answer']): boolean => typeof answer === 'object' && answer.kind === 'granted'

async function burst(
  subject: Subject,
  license: LicenseRef,
  sessions: Map<number, string>,
  deeds: readonly { readonly client: number; readonly deed: Deed }[],
): Promise<Seen[]> {
  const seen = await Promise.all(
    deeds.map(({ client, deed }, index) => {
      const seats = subject.processes[index % subject.processes.length]
      if (seats === undefined) throw new Error('nobody grants')
      return act({ subject, seats, license, sessions }, client, deed)
    }),
  )
  return seen.filter((one) => one !== undefined)
}

interface Acting {
  readonly subject: Subject
  readonly seats: Seats
  readonly license: LicenseRef
  readonly sessions: Map<number, string>
}

const nobody = () => undefined

async function act(acting: Acting, client: number, deed: Deed): Promise<Seen | undefined> {
  const { subject, seats, license, sessions } = acting
  const machine = `machine-${client}`
  const session = sessions.get(client)
  const context = subject.context()
  if (deed === 'acquire') {
    const request = { ...license, machine, userId: null, ip: null, userAgent: null, machineName: null }
    const answer = await seats.acquire(context, request, nobody)
    if (answer.kind === 'granted') sessions.set(client, answer.session.id)
    return { deed, machine, answer }
  }
  if (session === undefined) return undefined
  if (deed === 'crash') {
    sessions.delete(client)
    return undefined
  }
  const named = { ...license, sessionId: session }
  if (deed === 'heartbeat')
    // Who lost a seat may go on asking for it: a late heartbeat must bring nothing back.
    return { deed, machine, session, answer: await seats.heartbeat(context, named, nobody) }
  return { deed, machine, session, answer: await seats.release(context, named, 'released', nobody) }
}

async function compare(subject: Subject, license: LicenseRef, model: SeatModel): Promise<void> {
  const there = await subject.held(license)
  if (there === undefined) return
  const sessionsOf = (all: readonly { readonly session: string }[]) => all.map(({ session }) => session)
  const wanted = sessionsOf(model.held(subject.now()))
  const allowed = new Set([...wanted, ...sessionsOf(model.late(subject.now()))])
  const missing = wanted.filter((session) => !there.includes(session))
  const surplus = there.filter((session) => !allowed.has(session))
  if (missing.length + surplus.length > 0)
    model.faults.push(
      `of ${wanted.length} sessions ${missing.length} are not held; ${surplus.length} others are`,
    )
}
