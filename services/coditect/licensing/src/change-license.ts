import type { Transaction } from '@triptych/db'
import { type Clock, isoTime } from '@triptych/kernel'
import { licenseChanged } from './contract/events.ts'
import { updateLicense } from './store/licenses.ts'
import type { LicenseRow, LicensingTables } from './store/tables.ts'

/**
 * Changes a licence and announces it. Its epoch grows with it, so that nobody who does not know of the change grants
 * anything: no copy of its seats, and no process that remembers whom it admitted.
 */
export async function changeLicense(
  { query, emit }: Transaction<LicensingTables>,
  clock: Clock,
  { license, change }: { license: LicenseRow; change: Partial<LicenseRow> },
): Promise<LicenseRow> {
  const row = await updateLicense(query, license.id, { ...change, epoch: license.epoch + 1 })
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
