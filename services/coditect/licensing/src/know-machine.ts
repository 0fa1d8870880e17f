import { type Context, failure, isoTime } from '@triptych/kernel'
import { type Audit, type AuditEntry, auditOf } from './audit.ts'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import type { Found } from './find-license.ts'
import { inOrganization, type LicenseRef } from './ports/seats.ts'
import { lockLicense, updateLicense } from './store/licenses.ts'
import {
  countNewMachines,
  deleteUnusedMachine,
  findMachine,
  insertMachine,
  type Met,
} from './store/machines.ts'

const dayMs = 24 * 3_600_000
/** So many machines a seat may be new to a licence within a day. */
const newPerSeat = 3

type KnownMachine = NonNullable<Met['machine']>

/** Makes a machine known to its licence: the first activates it, and a day sees so many new ones at most. */
export async function knowMachine(
  deps: Pick<Deps, 'db' | 'clock' | 'newId' | 'ciphers'>,
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
    const since = new Date(deps.clock.now() - dayMs).toISOString()
    if ((await countNewMachines(query, held.id, since)) >= newPerSeat * held.max_concurrent_seats)
      throw failure(errors.machine_limit, { retryAfterMs: dayMs })
    const row = {
      id: deps.newId(),
      license_id: held.id,
      organization_id: held.organization_id,
      machine: name,
      first_seen_at: isoTime(deps.clock),
      approved_at: null,
      approved_by: null,
    }
    await insertMachine(query, row)
    if (held.activated_at === null) await updateLicense(query, held.id, { activated_at: row.first_seen_at })
    audit(transaction, row.organization_id, about('activated', row.id, row.license_id))
    return row
  })
}

/** Forgets a machine that was met for the first time and got no seat: it takes nobody's place among a day's new ones. */
export async function forgetMachine(
  { db }: Pick<Deps, 'db'>,
  context: Context,
  { license, id, audit }: { license: LicenseRef; id: string; audit: Audit },
): Promise<void> {
  const { licenseId, organizationId } = license
  await db.write(inOrganization(context, organizationId), async (transaction) => {
    if (await deleteUnusedMachine(transaction.query, id))
      audit(transaction, organizationId, about('forgotten', id, licenseId))
  })
}

const about = (what: 'activated' | 'forgotten', id: string, licenseId: string): AuditEntry => ({
  action: `licensing.machine.${what}`,
  target: `machine:${id}`,
  references: { license_id: licenseId },
})
