import { type Context, failure, isoTime } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { type Audit, auditOf } from './audit.ts'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import type { Found } from './find-license.ts'
import { inOrganization, type LicenseRef, type Witness } from './ports/seats.ts'
import { activate, lockLicense } from './store/licenses.ts'
import { addMachine, countNewMachines, findMachine, type Met } from './store/machines.ts'
import type { LicenseRow, LicensingTables, MachineRow } from './store/tables.ts'

const dayMs = 24 * 3_600_000
/** So many machines a seat may be new to a licence within a day. */
const newPerSeat = 3

type KnownMachine = NonNullable<Met['machine']>
type Ground = Pick<Deps, 'db' | 'clock' | 'newId' | 'ciphers'>

/** Makes a machine known to its licence: the first activates it, and a day sees so many new ones at most. */
export async function knowMachine(
  deps: Ground,
  context: Context,
  { license, machine }: Found,
  name: string,
): Promise<KnownMachine> {
  if (machine !== undefined) return machine
  const audit = await auditOf(deps, context, license.organization_id)
  return deps.db.write(inOrganization(context, license.organization_id), async (transaction) => {
    const { query } = transaction
    const [held, known] = await Promise.all([
      lockLicense(query, license.id),
      findMachine(query, license.id, name),
    ])
    if (held === undefined) throw failure(errors.license_not_found)
    if (known !== undefined) return known
    await requireRoom(deps, query, held)
    const row = newMachine(deps, { licenseId: held.id, organizationId: held.organization_id }, name)
    await addMachine(query, row)
    await activate(query, held.id, row.first_seen_at)
    tellOf(row, audit)(transaction)
    return row
  })
}

/** Refuses a machine that would be one too many of a day's new ones. */
export async function requireRoomFor(deps: Ground, context: Context, { license }: Found): Promise<void> {
  await deps.db.read(inOrganization(context, license.organization_id), (query) =>
    requireRoom(deps, query, license),
  )
}

/**
 * A new machine becomes known in the transaction that gives it a seat. Those that get none leave nothing behind, and take
 * nobody's place among a day's new ones.
 */
export const knownWithSeat =
  (deps: Ground, audit: Audit, witness: Witness): Witness =>
  (transaction, change) => {
    const { taken } = change
    if (taken !== undefined) {
      const place = { licenseId: taken.license_id, organizationId: taken.organization_id }
      const row = newMachine(deps, place, taken.machine)
      transaction.withCommit(addMachine(transaction.query, row))
      tellOf(row, audit)(transaction)
    }
    witness(transaction, change)
  }

/** After its first seat, as nobody may wait for the licence's row while a seat is given. */
export async function activateLicenseOf(
  { db, clock }: Ground,
  context: Context,
  { licenseId, organizationId }: LicenseRef,
): Promise<void> {
  await db.write(inOrganization(context, organizationId), ({ query }) =>
    activate(query, licenseId, isoTime(clock)),
  )
}

async function requireRoom(
  { clock }: Ground,
  query: Kysely<LicensingTables>,
  license: LicenseRow,
): Promise<void> {
  const since = new Date(clock.now() - dayMs).toISOString()
  if ((await countNewMachines(query, license.id, since)) >= newPerSeat * license.max_concurrent_seats)
    throw failure(errors.machine_limit, { retryAfterMs: dayMs })
}

const newMachine = (
  { newId, clock }: Ground,
  { licenseId, organizationId }: LicenseRef,
  machine: string,
): MachineRow => ({
  id: newId(),
  license_id: licenseId,
  organization_id: organizationId,
  machine,
  first_seen_at: isoTime(clock),
  approved_at: null,
  approved_by: null,
})

const tellOf =
  ({ id, license_id: licenseId, organization_id: organizationId }: MachineRow, audit: Audit) =>
  (transaction: Parameters<Audit>[0]): void =>
    audit(transaction, organizationId, {
      action: 'licensing.machine.activated',
      target: `machine:${id}`,
      references: { license_id: licenseId },
    })
