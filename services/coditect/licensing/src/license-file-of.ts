import { identityErrors } from '@triptych/identity/contract'
import { type Context, isFailure } from '@triptych/kernel'
import { licenseKeyDisplay, type LicenseFile } from '@triptych/license-format'
import type { Deps } from './deps.ts'
import type { LicenseRow } from './store/tables.ts'

/** The signed file of a licence, as it stands now. */
export async function licenseFileOf(
  { identity, signFile, publicUrl }: Pick<Deps, 'identity' | 'signFile' | 'publicUrl'>,
  context: Context,
  row: LicenseRow,
): Promise<LicenseFile> {
  const organization = await identity
    .getOrganization(context, { organization_id: row.organization_id })
    .catch((error: unknown) => {
      if (isFailure(error, identityErrors.organization_not_found)) return { name: '' }
      throw error
    })
  return signFile({
    issuer: publicUrl,
    license_id: row.id,
    key_display: licenseKeyDisplay(row.key_prefix),
    organization: { id: row.organization_id, name: organization.name },
    plan: { id: row.plan_id, name: row.plan_name },
    features: row.features,
    max_concurrent_seats: row.max_concurrent_seats,
    issued_at: row.issued_at,
    expires_at: row.expires_at,
  })
}
