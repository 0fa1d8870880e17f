import type { ModuleDatabase, Transaction } from '@triptych/db'
import { type Clock, isoTime, type NewId } from '@triptych/kernel'
import type { EndReason } from '../contract/schemas.ts'
import { leaseTimes } from '../domain/lease-times.ts'
import { statusAt } from '../domain/standing.ts'
import { lockLicense } from '../store/licenses.ts'
import { shareLicense } from '../store/seat-copies.ts'
import {
  countOffline,
  endExpired,
  endSession,
  findSession,
  licensesToSweep,
  noteGoodbye,
  openSessions,
  renewSession,
} from '../store/sessions.ts'
import type { LicenseRow, LicensingTables, SessionRow } from '../store/tables.ts'
import { SeatsElsewhere } from './seats-in-postgres.ts'
import {
  type Acquired,
  endReasonOf,
  inOrganization,
  leftOf,
  type LeftSession,
  type SeatRequest,
  type Seats,
  type SessionRef,
  type Witness,
} from './seats.ts'

export interface PostgresSeatsOptions {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly newId: NewId
}

const sweptAtOnce = 500

/** Seats whose only copy is in Postgres: every grant holds its licence's row. */
export function createPostgresSeats(options: PostgresSeatsOptions): Seats {
  const { db, clock } = options
  const now = (): string => isoTime(clock)
  return {
    acquire: (context, request, witness) =>
      db.write(inOrganization(context, request.organizationId), (transaction) =>
        acquire(options, transaction, request, witness),
      ),

    heartbeat: (context, session, witness) =>
      db.write(inOrganization(context, session.organizationId), async (transaction) => {
        const at = clock.now()
        const times = { plain: leaseTimes(at, false), reserved: leaseTimes(at, true) }
        // While it is held nobody moves the seats away, so a session that is not renewed has lost its seat here.
        const [license, kept] = await Promise.all([
          shareLicense(transaction.query, session.licenseId),
          renewSession(transaction.query, session, times),
        ])
        if (license !== undefined && license.copy_epoch !== null) throw new SeatsElsewhere()
        return kept === undefined
          ? { kind: 'lost', reason: await lose(transaction, session, { license, at, witness }) }
          : { kind: 'kept', session: kept }
      }),

    release: (context, session, reason, witness) =>
      db.write(inOrganization(context, session.organizationId), async (transaction) => {
        const [license, found] = await Promise.all([
          shareLicense(transaction.query, session.licenseId),
          findSession(transaction.query, session.sessionId, session.licenseId),
        ])
        if (license !== undefined && license.copy_epoch !== null) throw new SeatsElsewhere()
        if (found === undefined) return false
        const isOver = Date.parse(found.held_until) <= clock.now()
        const ended = await endSession(transaction.query, found.id, {
          reason: endReasonOf(reason, isOver),
          at: now(),
        })
        if (ended !== undefined) witness(transaction, { left: [leftOf(ended)] })
        else if (reason === 'released') await noteGoodbye(transaction.query, found.id, now())
        return ended !== undefined && !isOver
      }),

    // Postgres is asked anew each time.
    changed: () => Promise.resolve(),

    async sweep(context, witness) {
      const places = await db.read(context, (query) => licensesToSweep(query, now(), sweptAtOnce))
      let swept = 0
      for (const { licenseId, organizationId } of places)
        swept += await db.write(inOrganization(context, organizationId), async (transaction) => {
          const ended = await endExpired(transaction.query, licenseId, now())
          witness(transaction, { left: ended.map(leftOf) })
          return ended.length
        })
      return swept
    },
  }
}

type Tx = Transaction<LicensingTables>

async function acquire(
  { clock, newId }: PostgresSeatsOptions,
  transaction: Tx,
  request: SeatRequest,
  witness: Witness,
): Promise<Acquired> {
  const { query } = transaction
  const { licenseId, machine } = request
  const at = clock.now()
  const now = new Date(at).toISOString()
  // Sent together, done in turn: what expired is read and ended once the licence is held.
  const [license, expired, held, offline] = await Promise.all([
    lockLicense(query, licenseId),
    endExpired(query, licenseId, now),
    openSessions(query, licenseId),
    countOffline(query, { licenseId, machine, now }),
  ])
  if (license !== undefined && license.copy_epoch !== null) throw new SeatsElsewhere()
  const left = expired.map(leftOf)
  if (request.epoch !== undefined && license?.epoch !== request.epoch) {
    witness(transaction, { left })
    return { kind: 'outdated' }
  }
  const status = license === undefined ? 'inactive' : statusAt(license, at)
  if (license === undefined || status !== 'active') {
    witness(transaction, { left })
    return { kind: 'refused', status: status === 'suspended' ? 'suspended' : 'inactive' }
  }
  const max = license.max_concurrent_seats
  const place = held.findIndex((session) => session.machine === machine)
  const own = held[place]
  if (own !== undefined && place < max) {
    witness(transaction, { left })
    const session = await resume(transaction, own, { request, license, at })
    return { kind: 'granted', session, used: held.length, max }
  }
  const others = held.filter((session) => session !== own)
  if (others.length >= max) {
    if (own !== undefined) left.push(...(await refuseSurplus(transaction, own, now)))
    witness(transaction, { left })
    return { kind: 'full', used: others.length, max, nextFreeAt: nextFree(others, max), holders: others }
  }
  const overlap = others.length + 1 + offline > max
  const taken = sessionOf(request, license, { id: newId(), at, overlap })
  transaction.withCommit(query.insertInto('sessions').values(taken).execute())
  witness(transaction, { taken, left })
  return { kind: 'granted', session: taken, used: held.length + 1, max }
}

/** When so many have ended that there is room for one more, if none of them goes on. */
const nextFree = (others: readonly SessionRow[], max: number): string | null =>
  others.map((session) => session.held_until).sort()[others.length - max] ?? null

export function sessionOf(
  request: SeatRequest,
  license: LicenseRow,
  { id, at, overlap }: { id: string; at: number; overlap: boolean },
): SessionRow {
  return {
    id,
    license_id: license.id,
    organization_id: license.organization_id,
    machine: request.machine,
    user_id: request.userId,
    ip: request.ip,
    user_agent: request.userAgent,
    machine_name: request.machineName,
    epoch: license.epoch,
    started_at: new Date(at).toISOString(),
    ...leaseTimes(at, license.reserve_during_grace),
    overlap,
    ended_at: null,
    end_reason: null,
  }
}

/** The machine's own seat: whoever signed in last is who uses it. */
export async function resume(
  { query }: Pick<Tx, 'query'>,
  own: SessionRow,
  { request, license, at }: { request: SeatRequest; license: LicenseRow; at: number },
): Promise<SessionRow> {
  return query
    .updateTable('sessions')
    .set({
      ...leaseTimes(at, license.reserve_during_grace),
      epoch: license.epoch,
      user_id: request.userId ?? own.user_id,
      ip: request.ip,
      user_agent: request.userAgent,
      machine_name: request.machineName ?? own.machine_name,
    })
    .where('id', '=', own.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A plan that was reduced left this machine without a seat, and it learns of that here rather than at its heartbeat. */
async function refuseSurplus({ query }: Tx, own: SessionRow, at: string): Promise<LeftSession[]> {
  const ended = await endSession(query, own.id, { reason: 'plan_reduced', at })
  return ended === undefined ? [] : [leftOf(ended)]
}

/** Why a session could not be renewed; ends it if nobody has. */
async function lose(
  transaction: Tx,
  { sessionId, licenseId }: SessionRef,
  { license, at, witness }: { license: LicenseRow | undefined; at: number; witness: Witness },
): Promise<EndReason> {
  const { query } = transaction
  const session = await findSession(query, sessionId, licenseId)
  if (session === undefined) return 'expired'
  if (session.end_reason !== null) return session.end_reason
  const reason = reasonOf(session, license, at)
  const ended = await endSession(query, sessionId, { reason, at: new Date(at).toISOString() })
  if (ended === undefined) return (await findSession(query, sessionId, licenseId))?.end_reason ?? 'expired'
  witness(transaction, { left: [leftOf(ended)] })
  return reason
}

function reasonOf(session: SessionRow, license: LicenseRow | undefined, at: number): EndReason {
  const status = license === undefined ? 'inactive' : statusAt(license, at)
  if (status !== 'active') return status === 'suspended' ? 'license_suspended' : 'license_inactive'
  return Date.parse(session.held_until) <= at ? 'expired' : 'plan_reduced'
}
