import type { Selectable } from 'kysely'
import type { IdentityTables } from './tables.ts'

export const consentOf = (row: Selectable<IdentityTables['consents']>) => ({
  id: row.id,
  purpose: row.purpose,
  connector: row.connector,
  provider: row.provider,
  region: row.region,
  document:
    row.document_version === null || row.document_sha256 === null
      ? null
      : { version: row.document_version, sha256: row.document_sha256 },
  granted_at: row.granted_at,
  withdrawn_at: row.withdrawn_at,
})
