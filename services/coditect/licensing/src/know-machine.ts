import { type Context, failure, isoTime } from '@triptych/kernel'
import { type Audit, auditOf } from './audit.ts'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import type { Found } from './find-license.ts'
import { inOrganization } from './ports/seats.ts'
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
    tell(transaction, audit, row)
    return row
  })
}

/** Forgets a machine that was met for the first time and got no seat: it takes nobody's place among a day's new ones. */
export async function forgetMachine(
  deps: Pick<Deps, 'db' | 'clock' | 'ciphers'>,
  context: Context,
  { license }: Found,
  { id }: KnownMachine,
): Promise<void> {
  const audit = await auditOf(deps, context, license.organization_id)
  await deps.db.write(inOrganization(context, license.organization_id), async (transaction) => {
    if (!(await deleteUnusedMachine(transaction.query, id))) return
    audit(transaction, license.organization_id, {
      action: 'licensing.machine.forgotten',
      target: `machine:${id}`,
      references: { license_id: license.id },
    })
  })
}

function tell(
  transaction: Parameters<Audit>[0],
  audit: Audit,
  row: { id: string; license_id: string; organization_id: string },
): void {
  audit(transaction, row.organization_id, {
    action: 'licensing.machine.activated',
    target: `machine:${row.id}`,
    references: { license_id: row.license_id },
  })
}
