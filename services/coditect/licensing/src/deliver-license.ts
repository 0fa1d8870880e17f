import { type Context, isFailure } from '@triptych/kernel'
import { identityErrors } from '@triptych/identity/contract'
import { licenseKeyDisplay } from '@triptych/license-format'
import type { Deps } from './deps.ts'
import { licenseFileOf } from './license-file-of.ts'
import { inOrganization } from './ports/seats.ts'
import { findLicense } from './store/licenses.ts'
import type { LicenseRow } from './store/tables.ts'

/** Mails a licence with its signed file to each owner of its organisation; each mail is kept once, however often it runs. */
export const deliverLicense =
  (deps: Deps) =>
  async (context: Context, wanted: { license_id: string; organization_id: string }): Promise<void> => {
    const row = await deps.db.readOne(inOrganization(context, wanted.organization_id), (query) =>
      findLicense(query, wanted.license_id),
    )
    if (row === undefined) return
    const organization = await deps.identity
      .getOrganization(context, { organization_id: row.organization_id })
      .catch(unlessGone)
    if (organization === undefined) return
    const file = await licenseFileOf(deps, context, row)
    const content = Buffer.from(JSON.stringify(file, null, 2)).toString('base64')
    for (const ownerId of organization.owner_ids)
      await mail(deps, context, { row, ownerId, organization: organization.name, content })
  }

interface Mail {
  readonly row: LicenseRow
  readonly ownerId: string
  readonly organization: string
  readonly content: string
}

async function mail(
  { identity, notifications, publicUrl }: Deps,
  context: Context,
  { row, ownerId, organization, content }: Mail,
): Promise<void> {
  const person = await identity.getPerson(context, { user_id: ownerId }).catch(unlessGone)
  if (person === undefined) return
  await notifications.sendEmail(context, {
    to: person.email,
    user_id: ownerId,
    organization_id: row.organization_id,
    template: 'license_issued',
    locale: person.locale,
    variables: {
      link: `${publicUrl}/console/licenses/${row.id}`,
      organization,
      plan: row.plan_name,
      key_display: licenseKeyDisplay(row.key_prefix),
    },
    attachments: [{ filename: 'coditect-license.json', content_type: 'application/json', content }],
    dedupe_key: `license_issued:${row.id}:${ownerId}`,
  })
}

/** Who left while the mail was on its way gets none. */
function unlessGone(error: unknown): undefined {
  const isGone =
    isFailure(error, identityErrors.organization_not_found) || isFailure(error, identityErrors.user_not_found)
  if (!isGone) throw error
  return undefined
}
