import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { lockByName, type ModuleDatabase } from '@triptych/db'
import { type Clock, isoTime, type NewId, systemContext } from '@triptych/kernel'
import { openForDeployment, sealForDeployment } from '@triptych/vault'
import { insertSigningKey, publishedKeys, retireKeys } from '../store/signing-keys.ts'
import type { KeyUse, LicensingTables, SigningKeyRow } from '../store/tables.ts'

export interface SigningKey {
  readonly id: string
  readonly publicJwk: Record<string, unknown>
  readonly privateKey: KeyObject
  readonly signsFrom: number
}

export interface PublishedKey extends Record<string, unknown> {
  readonly kid: string
  readonly kty: string
  readonly alg: string
  readonly use: 'sig'
}

/** Keys by what they sign. A new one is published a day before it signs. */
export interface SigningKeys {
  /** Those in force, oldest first; makes what is due, once over all processes. */
  published(use: KeyUse): Promise<readonly SigningKey[]>
  /** The one that signs now. */
  signing(use: KeyUse): Promise<SigningKey>
  /** Looks again whether there is a key of this name, as another process may have made it a moment ago. */
  find(use: KeyUse, id: string): Promise<SigningKey | undefined>
  /** Makes the next key now. `atOnce` withdraws the ones before it: what they signed is good no more. */
  rotate(use: KeyUse, atOnce: boolean): Promise<void>
  list(): Promise<PublishedKey[]>
}

export interface SigningKeyOptions {
  readonly db: ModuleDatabase<LicensingTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly secret: string
}

const dayMs = 24 * 3_600_000
const publishedBeforeMs = dayMs
const reloadMs = 60_000
const lookAgainMs = 2_000

const kinds = {
  lease: { algorithm: 'Ed25519', lifetimeMs: 90 * dayMs },
  file: { algorithm: 'PS256', lifetimeMs: 365 * dayMs },
} as const satisfies Record<KeyUse, object>

export const algorithmOf = (use: KeyUse) => kinds[use].algorithm

const generate = promisify(generateKeyPair)
/** Both run in the thread pool: an RSA key of this size takes seconds. */
const generators = {
  lease: () => generate('ed25519'),
  file: () => generate('rsa', { modulusLength: 4096 }),
} as const

export function createSigningKeys(options: SigningKeyOptions): SigningKeys {
  const { clock } = options
  const loaded = new Map<KeyUse, { keys: Promise<readonly SigningKey[]>; at: number }>()

  const load = (use: KeyUse): Promise<readonly SigningKey[]> => {
    const keys = loadKeys(options, use)
    const entry = { keys, at: clock.now() }
    keys.catch(() => {
      if (loaded.get(use) === entry) loaded.delete(use)
    })
    loaded.set(use, entry)
    return keys
  }
  const published = (use: KeyUse, maxAgeMs = reloadMs): Promise<readonly SigningKey[]> => {
    const held = loaded.get(use)
    return held === undefined || Math.abs(clock.now() - held.at) > maxAgeMs ? load(use) : held.keys
  }

  return {
    published: (use) => published(use),
    async signing(use) {
      const now = clock.now()
      const key = (await published(use)).findLast(({ signsFrom }) => signsFrom <= now)
      if (key === undefined) throw new Error(`no key of ${use}s is in force`)
      return key
    },
    async find(use, id) {
      const named = ({ id: kid }: SigningKey): boolean => kid === id
      return (await published(use)).find(named) ?? (await published(use, lookAgainMs)).find(named)
    },
    async rotate(use, atOnce) {
      const signsFrom = clock.now() + (atOnce ? 0 : publishedBeforeMs)
      await mint(options, use, { signsFrom, withdrawsOthers: atOnce, isNeeded: () => true })
      loaded.delete(use)
    },
    async list() {
      const all = await Promise.all((['lease', 'file'] as const).map((use) => listOf(use, published(use))))
      return all.flat()
    },
  }
}

const listOf = async (use: KeyUse, keys: Promise<readonly SigningKey[]>): Promise<PublishedKey[]> =>
  (await keys).map(({ id, publicJwk }) => ({
    ...publicJwk,
    kty: String(publicJwk['kty']),
    kid: id,
    use: 'sig',
    alg: kinds[use].algorithm,
  }))

async function loadKeys(options: SigningKeyOptions, use: KeyUse): Promise<readonly SigningKey[]> {
  const { db, clock } = options
  const isDue = (rows: readonly SigningKeyRow[]): boolean => {
    const newest = rows.at(-1)
    const { lifetimeMs } = kinds[use]
    return (
      newest === undefined || Date.parse(newest.signs_from) + lifetimeMs - publishedBeforeMs <= clock.now()
    )
  }
  const read = () => db.read(systemContext(options), (query) => publishedKeys(query, use, isoTime(clock)))
  let rows = await read()
  if (isDue(rows)) {
    const signsFrom = clock.now() + (rows.length === 0 ? 0 : publishedBeforeMs)
    await mint(options, use, { signsFrom, withdrawsOthers: false, isNeeded: isDue })
    rows = await read()
  }
  return rows.map((row) => openKey(options, row))
}

interface Minting {
  readonly signsFrom: number
  readonly withdrawsOthers: boolean
  readonly isNeeded: (rows: readonly SigningKeyRow[]) => boolean
}

/** The key is made before the lock is taken; whoever finds one there already throws its own away. */
async function mint(options: SigningKeyOptions, use: KeyUse, minting: Minting): Promise<void> {
  const { db, clock, newId } = options
  const { publicKey, privateKey } = await generators[use]()
  const at = isoTime(clock)
  const { signsFrom, withdrawsOthers, isNeeded } = minting
  const row = {
    id: newId(),
    use,
    public_jwk: JSON.stringify(publicKey.export({ format: 'jwk' })),
    sealed_private_key: sealForDeployment(sealOf(options), pemOf(privateKey)),
    published_at: at,
    signs_from: new Date(signsFrom).toISOString(),
    retires_at:
      use === 'lease' ? new Date(signsFrom + kinds.lease.lifetimeMs + publishedBeforeMs).toISOString() : null,
  }
  await db.write(systemContext(options), async ({ query }) => {
    await lockByName(query, 'licensing.signing-keys')
    if (!isNeeded(await publishedKeys(query, use, at))) return
    if (withdrawsOthers) await retireKeys(query, use, at)
    await insertSigningKey(query, row)
  })
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' })

const openKey = (options: SigningKeyOptions, row: SigningKeyRow): SigningKey => ({
  id: row.id,
  publicJwk: row.public_jwk,
  privateKey: createPrivateKey(openForDeployment(sealOf(options), row.sealed_private_key)),
  signsFrom: Date.parse(row.signs_from),
})

const sealOf = ({ secret }: SigningKeyOptions) => ({ secret, purpose: 'licensing.signing-key' })
