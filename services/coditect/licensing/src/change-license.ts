import type { Transaction } from '@triptych/db'
import { type Clock, isoTime } from '@triptych/kernel'
import { licenseChanged } from './contract/events.ts'
import { updateLicense } from './store/licenses.ts'
import type { LicenseRow, LicensingTables } from './store/tables.ts'

/**
 * Changes a licence and announces it. Where its seats are concerned the epoch grows with it, so that no copy of them
 * that does not know of the change grants anything.
 */
export async function changeLicense(
  { query, emit }: Transaction<LicensingTables>,
  clock: Clock,
  {
    license,
    change,
    concernsSeats,
  }: {
    license: LicenseRow
    change: Partial<LicenseRow>
    concernsSeats: boolean
  },
): Promise<LicenseRow> {
  const epoch = license.epoch + (concernsSeats ? 1 : 0)
  const row = await updateLicense(query, license.id, { ...change, epoch })
  emit(
    licenseChanged,
    {
      organizationId: row.organization_id,
      licenseId: row.id,
      status: row.status,
      epoch: row.epoch,
      changedAt: isoTime(clock),
    },
    { organizationId: row.organization_id },
  )
  return row
}
