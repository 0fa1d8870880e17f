import type { Credential } from './connectors/connector.ts'
import type { BoxKeys } from './keys.ts'
import type { CredentialRow } from './store/tables.ts'

type Sealed = Pick<CredentialRow, 'sealed' | 'key_id' | 'generation' | 'expires_at'>

/** A secret as it lies in the table: whose it is and which version stands inside the box, and is compared after opening. */
export function sealCredential(
  keys: BoxKeys,
  place: { readonly userId: string; readonly provider: string; readonly generation: number },
  credential: Credential,
): Sealed {
  const binding = { user: place.userId, provider: place.provider, generation: place.generation }
  return {
    sealed: keys.sealer.seal(JSON.stringify(credential), binding),
    key_id: keys.currentKeyId,
    generation: place.generation,
    expires_at: credential.expiresAt,
  }
}

/** Fails with `vault.refused` when the row was moved between people or providers, or is an older version. */
export function openCredential(keys: BoxKeys, row: CredentialRow): Credential {
  const binding = { user: row.user_id, provider: row.provider, generation: row.generation }
  return JSON.parse(keys.opener.open(row.sealed, binding)) as Credential
}
