import { type Clock, isoTime } from '@triptych/kernel'
import { licenseKeyDisplay } from '@triptych/license-format'
import type { Kysely } from 'kysely'
import { statusAt } from './domain/standing.ts'
import { type SeatCount, seatsOf } from './store/licenses.ts'
import type { SeenMachine } from './store/machines.ts'
import type { LicenseRow, LicensingTables } from './store/tables.ts'

const nobody: SeatCount = { used: 0, offline: 0 }

function licenseView(row: LicenseRow, seats: SeatCount, now: number) {
  return {
    id: row.id,
    key_display: licenseKeyDisplay(row.key_prefix),
    plan: { id: row.plan_id, name: row.plan_name },
    features: row.features,
    status: statusAt(row, now),
    is_trial: row.is_trial,
    max_concurrent_seats: row.max_concurrent_seats,
    seats_used: seats.used,
    offline_overlaps: Math.max(0, seats.used + seats.offline - row.max_concurrent_seats),
    subscription_id: row.subscription_id,
    approved_machines_only: row.approved_machines_only,
    require_member: row.require_member,
    issued_at: row.issued_at,
    activated_at: row.activated_at,
    suspended_at: row.suspended_at,
    deactivated_at: row.deactivated_at,
    grace_period_ends_at: row.grace_period_ends_at,
    expires_at: row.expires_at,
    last_renewal_at: row.last_renewal_at,
  }
}

/** Licences as their organisation sees them, with their seats counted. */
export async function viewLicenses(
  query: Kysely<LicensingTables>,
  clock: Clock,
  rows: readonly LicenseRow[],
) {
  const ids = rows.map(({ id }) => id)
  const counts = await seatsOf(query, ids, isoTime(clock))
  return rows.map((row) => licenseView(row, counts.get(row.id) ?? nobody, clock.now()))
}

export async function viewLicense(query: Kysely<LicensingTables>, clock: Clock, row: LicenseRow) {
  const counts = await seatsOf(query, [row.id], isoTime(clock))
  return licenseView(row, counts.get(row.id) ?? nobody, clock.now())
}

/** What whoever holds the key may know. */
export async function viewStanding(query: Kysely<LicensingTables>, clock: Clock, row: LicenseRow) {
  const counts = await seatsOf(query, [row.id], isoTime(clock))
  return {
    license_id: row.id,
    status: statusAt(row, clock.now()),
    plan: { id: row.plan_id, name: row.plan_name },
    max_concurrent_seats: row.max_concurrent_seats,
    seats_used: counts.get(row.id)?.used ?? 0,
    grace_period_ends_at: row.grace_period_ends_at,
    expires_at: row.expires_at,
  }
}

/** A machine is shown by the beginning of its hash. */
export const machineCode = (machine: string): string => machine.slice(0, 12)

export const machineView = (row: SeenMachine) => ({
  id: row.id,
  name: machineCode(row.machine),
  machine_name: row.machine_name,
  first_seen_at: row.first_seen_at,
  last_seen_at: row.last_seen_at,
  approved_at: row.approved_at,
})
