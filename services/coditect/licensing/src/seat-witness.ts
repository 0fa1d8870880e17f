import { type Clock, isoTime } from '@triptych/kernel'
import type { Audit } from './audit.ts'
import { seatLeft, seatTaken } from './contract/events.ts'
import type { LeftSession, SeatChange, Witness } from './ports/seats.ts'
import type { SessionRow } from './store/tables.ts'

type Emit = Parameters<Witness>[0]

/** Announces and audits what a change of seats did, in its own transaction. */
export const seatWitness =
  ({ clock }: { clock: Clock }, audit: Audit): Witness =>
  (transaction, { taken, left }: SeatChange) => {
    const at = isoTime(clock)
    for (const session of left) leave(transaction, session, { at, audit })
    if (taken !== undefined) take(transaction, taken, { at, audit })
  }

function take(transaction: Emit, session: SessionRow, { at, audit }: { at: string; audit: Audit }): void {
  const { organization_id: organizationId, license_id: licenseId } = session
  const about = { organizationId, licenseId, sessionId: session.id }
  transaction.emit(seatTaken, { ...about, takenAt: at }, { organizationId })
  audit(transaction, organizationId, {
    action: 'licensing.seat.acquired',
    target: `session:${session.id}`,
    references: { license_id: licenseId },
  })
  if (!session.overlap) return
  audit(transaction, organizationId, {
    action: 'licensing.seat.overlapped',
    target: `session:${session.id}`,
    references: { license_id: licenseId },
  })
}

/** What an entry about a seat that was left is called. */
const actions: Partial<Record<LeftSession['end_reason'], string>> = {
  released: 'licensing.seat.released',
  released_by_admin: 'licensing.seat.released',
  expired: 'licensing.seat.expired',
}

function leave(transaction: Emit, session: LeftSession, { at, audit }: { at: string; audit: Audit }): void {
  const { organization_id: organizationId, license_id: licenseId, end_reason: endReason } = session
  const about = { organizationId, licenseId, sessionId: session.id }
  transaction.emit(seatLeft, { ...about, reason: endReason, leftAt: at }, { organizationId })
  audit(transaction, organizationId, {
    action: actions[endReason] ?? 'licensing.seat.withdrawn',
    target: `session:${session.id}`,
    references: { license_id: licenseId, reason: endReason },
  })
}
