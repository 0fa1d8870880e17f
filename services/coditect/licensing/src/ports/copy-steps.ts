import type { ModuleDatabase, Transaction } from '@triptych/db'
import type { Clock, Context, NewId } from '@triptych/kernel'
import type { EndReason } from '../contract/schemas.ts'
import { leaseTimes } from '../domain/lease-times.ts'
import { statusAt } from '../domain/standing.ts'
import { findLicense } from '../store/licenses.ts'
import { endDropped, endForgotten, sessionsAmong, shareLicense } from '../store/seat-copies.ts'
import { countOffline, endSession, findSession, noteGoodbye } from '../store/sessions.ts'
import type { LicenseRow, LicensingTables } from '../store/tables.ts'
import type { HeartbeatBatch } from './heartbeat-batch.ts'
import { resume, sessionOf } from './postgres-seats.ts'
import type { CopyAcquired, SeatCopies } from './redis-seat-copy.ts'
import type { MoveToPostgres } from './seats-in-postgres.ts'
import {
  type Acquired,
  endReasonOf,
  type Beaten,
  inOrganization,
  leftOf,
  type LicenseRef,
  type SeatRequest,
  type SessionRef,
  type Witness,
} from './seats.ts'

export interface CopyStepOptions {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly copies: SeatCopies
  readonly batch: HeartbeatBatch
  readonly moveToPostgres: MoveToPostgres
}

export interface CopyCall {
  readonly context: Context
  readonly witness: Witness
  /** Of the copy that the call takes to be the current one. */
  readonly epoch: number
}

/** The same, where `null` says that Postgres grants. */
type PlacedCall = Omit<CopyCall, 'epoch'> & { readonly epoch: number | null }

/** Nothing was decided: Redis does not hold that copy, or the licence has another epoch by now. */
export type Undecided = 'stale' | 'moved'

class Moved extends Error {}

/** One transaction, which commits only if the copy may still decide. */
async function confirm<T>(
  { db, clock }: CopyStepOptions,
  { context, epoch }: PlacedCall,
  { licenseId, organizationId }: LicenseRef,
  work: (transaction: Transaction<LicensingTables>, license: Promise<LicenseRow>) => Promise<T>,
): Promise<T | 'moved'> {
  const current = async (query: Transaction<LicensingTables>['query']) => {
    const license = await shareLicense(query, licenseId)
    if (license?.copy_epoch !== epoch) throw new Moved()
    const mayGrant = license.epoch === epoch && statusAt(license, clock.now()) === 'active'
    if (epoch !== null && !mayGrant) throw new Moved()
    return license
  }
  try {
    return await db.write(inOrganization(context, organizationId), (transaction) => {
      // The lock leaves first, what follows leaves with it.
      const license = current(transaction.query)
      license.catch(() => undefined)
      return work(transaction, license)
    })
  } catch (error) {
    if (error instanceof Moved) return 'moved'
    throw error
  }
}

/** Takes a seat of the copy; it counts once Postgres has the session. */
export async function acquireOnCopy(
  options: CopyStepOptions,
  call: CopyCall,
  request: SeatRequest,
): Promise<Acquired | Undecided> {
  const { copies, newId, clock } = options
  if (request.epoch !== undefined && request.epoch !== call.epoch)
    return request.epoch < call.epoch ? { kind: 'outdated' } : 'moved'
  const copy = { licenseId: request.licenseId, epoch: call.epoch }
  const startedAt = clock.now()
  const granted = await copies.acquire(copy, { machine: request.machine, session: newId(), startedAt })
  if (granted.outcome === 'stale') return 'stale'
  if (granted.outcome === 'full') return refuse(options, call, request, granted)
  const confirmed = await confirmSeat(options, call, request, { ...granted, startedAt })
  if (confirmed !== 'ended') return confirmed
  await copies.release(copy, granted.session)
  return 'moved'
}

type Held = Extract<CopyAcquired, { outcome: 'taken' | 'kept' }> & { readonly startedAt: number }
type Full = Extract<CopyAcquired, { outcome: 'full' }>

/** `ended`: the machine's session has ended in Postgres, only Redis has not heard of it. */
function confirmSeat(
  options: CopyStepOptions,
  call: CopyCall,
  request: SeatRequest,
  { session: id, used, limit: max, dropped, outcome, startedAt: at }: Held,
): Promise<Acquired | 'moved' | 'ended'> {
  const { licenseId, machine } = request
  const now = new Date(at).toISOString()
  return confirm(options, call, request, async (transaction, current) => {
    const { query } = transaction
    const [license, expired, own, offline] = await Promise.all([
      current,
      endDropped(query, licenseId, { sessions: dropped, machine, now, except: id }),
      outcome === 'kept' ? findSession(query, id, licenseId) : undefined,
      countOffline(query, { licenseId, machine, now }),
    ])
    const left = expired.map(leftOf)
    if (own !== undefined) {
      call.witness(transaction, { left })
      if (own.ended_at !== null) return 'ended'
      const session = await resume(transaction, own, { request, license, at })
      return { kind: 'granted', session, used, max }
    }
    const taken = sessionOf(request, license, { id, at, overlap: used + offline > max })
    const insert = query.insertInto('sessions').values(taken)
    // The machine's other call, still under way, may write down the very same seat.
    transaction.withCommit(insert.onConflict((conflict) => conflict.column('id').doNothing()).execute())
    call.witness(transaction, { taken, left })
    return { kind: 'granted', session: taken, used, max }
  })
}

async function refuse(
  options: CopyStepOptions,
  call: CopyCall,
  request: SeatRequest,
  full: Full,
): Promise<Acquired | 'moved'> {
  const { used, limit: max, nextFreeMs, held, dropped, reduced } = full
  const isWrittenDown = dropped.length === 0 && reduced === null
  if (!isWrittenDown && (await endRefused(options, call, request, full)) === 'moved') return 'moved'
  // A copy that was left behind has no right to refuse either.
  const [license, holders] = await options.db.read(
    inOrganization(call.context, request.organizationId),
    (query) => Promise.all([findLicense(query, request.licenseId), sessionsAmong(query, held)]),
  )
  if (license?.epoch !== call.epoch) return 'moved'
  const nextFreeAt = new Date(options.clock.now() + nextFreeMs).toISOString()
  return { kind: 'full', used, max, nextFreeAt, holders }
}

/** Writes down whose seats had ended when one was refused, and that the plan has none for the machine any more. */
function endRefused(
  options: CopyStepOptions,
  call: CopyCall,
  request: SeatRequest,
  { dropped, reduced }: Full,
): Promise<void | 'moved'> {
  const { licenseId, machine } = request
  const now = new Date(options.clock.now()).toISOString()
  const gone = { sessions: dropped, machine, now, except: options.newId() }
  return confirm(options, call, request, async (transaction, current) => {
    const { query } = transaction
    const [surplus, ended] = await Promise.all([
      reduced === null ? undefined : endSession(query, reduced, { reason: 'plan_reduced', at: now }),
      endDropped(query, licenseId, gone),
      current,
    ])
    const left = surplus === undefined ? ended : [surplus, ...ended]
    call.witness(transaction, { left: left.map(leftOf) })
  })
}

/** Renews a session of the copy; Postgres hears of it in a batch. */
export async function beatOnCopy(
  options: CopyStepOptions,
  call: CopyCall,
  session: SessionRef,
): Promise<Beaten | Undecided> {
  const { sessionId: id, licenseId, organizationId } = session
  const { epoch } = call
  const beaten = await options.copies.heartbeat({ licenseId, epoch }, id)
  if (beaten.outcome === 'stale') return 'stale'
  if (beaten.outcome !== 'kept') return lose(options, call, session, beaten.outcome)
  const at = options.clock.now()
  options.batch.add({ sessionId: id, at, holdMs: beaten.holdMs })
  const { held_until: _held, ...times } = leaseTimes(at, false)
  const ids = { id, license_id: licenseId, organization_id: organizationId }
  return { kind: 'kept', session: { ...ids, machine: beaten.machine, epoch, ...times } }
}

/** Only the copy that may grant can say that a seat is lost. */
async function lose(
  options: CopyStepOptions,
  call: CopyCall,
  session: SessionRef,
  how: 'gone' | 'plan_reduced',
): Promise<Beaten | 'moved'> {
  const reason = await confirm<EndReason>(options, call, session, async (transaction, current) => {
    const { query } = transaction
    const ending = {
      reason: how === 'gone' ? 'expired' : how,
      at: new Date(options.clock.now()).toISOString(),
    } as const
    const [, ended] = await Promise.all([current, endSession(query, session.sessionId, ending)])
    if (ended === undefined)
      return (await findSession(query, session.sessionId, session.licenseId))?.end_reason ?? 'expired'
    call.witness(transaction, { left: [leftOf(ended)] })
    return ending.reason
  })
  return reason === 'moved' ? 'moved' : { kind: 'lost', reason }
}

/**
 * Closes a session in the copy, ends it in Postgres, then frees its seat: whatever fails in between, no heartbeat brings it
 * back. A copy that could not be told is left, as it would count a seat that nobody has; with Postgres away as well that
 * seat stays taken for the rest of its time. False when it had ended already.
 */
export async function releaseOnCopy(
  options: CopyStepOptions,
  call: CopyCall,
  session: SessionRef,
  reason: 'released' | 'released_by_admin',
): Promise<boolean | Undecided> {
  const { sessionId, licenseId } = session
  const copy = { licenseId, epoch: call.epoch }
  const seen = await options.copies.close(copy, sessionId)
  if (seen === 'stale') return 'stale'
  const isReleased = await confirm(options, call, session, async (transaction, current) => {
    const at = new Date(options.clock.now()).toISOString()
    const ending = { reason: endReasonOf(reason, seen !== 'held'), at }
    const [, ended] = await Promise.all([current, endSession(transaction.query, sessionId, ending)])
    if (ended !== undefined) call.witness(transaction, { left: [leftOf(ended)] })
    else if (reason === 'released') await noteGoodbye(transaction.query, sessionId, at)
    return ended !== undefined && seen === 'held'
  })
  if (seen === 'held' && isReleased !== 'moved')
    await options.copies
      .release(copy, sessionId)
      .catch(() => options.moveToPostgres(call.context, session))
      .catch(() => undefined)
  return isReleased
}

/** Writes down what has ended, in the copy where there is one; returns how many. */
export async function sweepOne(
  options: CopyStepOptions,
  call: PlacedCall,
  license: LicenseRef,
): Promise<number | Undecided> {
  const { licenseId } = license
  const { epoch } = call
  const rests = epoch === null ? new Map<string, number>() : await options.copies.list({ licenseId, epoch })
  if (rests === 'stale') return 'stale'
  const gone = { now: new Date(options.clock.now()).toISOString(), held: [...rests.keys()] }
  return confirm(options, call, license, async (transaction, current) => {
    const [rows] = await Promise.all([endForgotten(transaction.query, licenseId, gone), current])
    call.witness(transaction, { left: rows.map(leftOf) })
    return rows.length
  })
}
