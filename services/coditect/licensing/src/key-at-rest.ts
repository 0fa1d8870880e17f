import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { generateLicenseKey, licenseKeyPrefix } from '@triptych/license-format'
import type { Cipher } from '@triptych/vault'
import type { LicenseRow } from './store/tables.ts'

export type KeyAtRest = Pick<LicenseRow, 'key_hash' | 'key_prefix' | 'sealed_key'>

/** How licence keys lie in the database. */
export interface KeysAtRest {
  /** What a key is found by. */
  hashOf(key: string): Uint8Array
  /** A new key, and what is kept of it. */
  make(licenseId: string, cipher: Cipher): { readonly key: string; readonly kept: KeyAtRest }
  open(license: Pick<LicenseRow, 'id' | 'sealed_key'>, cipher: Cipher): string
}

const cellOf = (licenseId: string) => ({ table: 'licenses', column: 'sealed_key', row: licenseId })

export function createKeysAtRest(secret: string): KeysAtRest {
  const hashKey = Buffer.from(hkdfSync('sha256', secret, '', 'triptych/licensing/key-hash', 32))
  const hashOf = (key: string): Uint8Array => createHmac('sha256', hashKey).update(key).digest()
  return {
    hashOf,
    make(licenseId, cipher) {
      const key = generateLicenseKey(randomBytes)
      const kept = {
        key_hash: hashOf(key),
        key_prefix: licenseKeyPrefix(key),
        sealed_key: cipher.encrypt(key, cellOf(licenseId)),
      }
      return { key, kept }
    },
    open: (license, cipher) => cipher.decrypt(license.sealed_key, cellOf(license.id)),
  }
}
