import { randomUUID } from 'node:crypto'
import { createModuleDatabase, type Database } from '@triptych/db'
import { newId, systemClock } from '@triptych/kernel'
import { createKeysAtRest } from './key-at-rest.ts'
import { createFileSigner, type SignLicenseFile } from './signing/license-files.ts'
import { createSigningKeys } from './signing/signing-keys.ts'
import type { LicensingTables } from './store/tables.ts'

export interface MadeLicense {
  readonly id: string
  readonly key: string
  /** Puts it into the database, run by the owner. */
  readonly insert: { readonly text: string; readonly values: readonly unknown[] }
}

/** An active licence without a subscription, whose sealed key nobody can open. */
export function makeLicense(secret: string, seats: number): MadeLicense {
  const id = newId()
  const { key, kept } = createKeysAtRest(secret).make(id, {
    encrypt: () => new Uint8Array(),
    decrypt: () => '',
  })
  const text = `insert into licensing.licenses
      (id, organization_id, subscription_id, subscription_version, plan_id, plan_name, features, max_concurrent_seats,
       reserve_during_grace, is_trial, status, key_hash, key_prefix, sealed_key, issued_at)
    values ($1, $2, $3, 1, 'enterprise', 'Enterprise', '{}', $4, false, false, 'active', $5, $6, $7, now())`
  const { key_hash: hash, key_prefix: prefix, sealed_key: sealed } = kept
  return {
    id,
    key,
    insert: { text, values: [id, randomUUID(), randomUUID(), seats, hash, prefix, Buffer.from(sealed)] },
  }
}

/** Signs licence files as the module does. */
export function fileSignerOn(database: Database, secret: string): SignLicenseFile {
  const ground = { clock: systemClock, newId }
  const db = createModuleDatabase<LicensingTables>({ database, module: 'licensing', ...ground })
  return createFileSigner(createSigningKeys({ db, secret, ...ground }))
}
