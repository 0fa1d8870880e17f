import { type Clock, type NewId, systemContext } from '@triptych/kernel'
import { openForDeployment, sealForDeployment } from '@triptych/vault'
import { lockByName, type ModuleDatabase } from '@triptych/db'
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import type { Account } from './store/accounts.ts'
import type { IdentityTables } from './store/tables.ts'

export const accessTokenAlgorithm = 'ES256'
const keyLifetimeMs = 90 * 24 * 3_600_000
const publishedBeforeMs = 24 * 3_600_000
const reloadMs = 60_000

export interface SessionProof {
  readonly sessionId: string
  readonly authenticatedAt: string
}

/** Signs access tokens and publishes their keys. A new key is published a day before it signs. */
export interface AccessTokens {
  sign(account: Account, proof: SessionProof): Promise<string>
  publicKeys(): Promise<JWK[]>
}

interface SigningKey {
  readonly id: string
  readonly publicJwk: JWK
  readonly privateKey: CryptoKey
  readonly signsFrom: number
}

export interface AccessTokenOptions {
  readonly db: ModuleDatabase<IdentityTables>
  readonly clock: Clock
  readonly newId: NewId
  readonly secret: string
  readonly issuer: string
  readonly lifetimeSeconds: number
}

export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  let loaded: { keys: Promise<SigningKey[]>; at: number } | undefined

  const keys = (): Promise<SigningKey[]> => {
    const now = options.clock.now()
    if (loaded === undefined || now - loaded.at > reloadMs) {
      const pending = loadKeys(options)
      pending.catch(() => (loaded = undefined))
      loaded = { keys: pending, at: now }
    }
    return loaded.keys
  }

  return {
    async sign(account, proof) {
      const inForce = await keys()
      const now = options.clock.now()
      const key = inForce.findLast((candidate) => candidate.signsFrom <= now)
      if (key === undefined) throw new Error('no signing key is in force')
      const claims = {
        sid: proof.sessionId,
        roles: account.roles,
        auth_time: Math.floor(Date.parse(proof.authenticatedAt) / 1000),
        email_verified: account.email_verified_at !== null,
        ...(account.status === 'active' ? {} : { suspended: true }),
      }
      return new SignJWT(claims)
        .setProtectedHeader({ alg: accessTokenAlgorithm, kid: key.id, typ: 'at+jwt' })
        .setIssuer(options.issuer)
        .setAudience(options.issuer)
        .setSubject(account.id)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor(now / 1000) + options.lifetimeSeconds)
        .sign(key.privateKey)
    },
    publicKeys: async () =>
      (await keys()).map((key) => ({ ...key.publicJwk, kid: key.id, use: 'sig', alg: accessTokenAlgorithm })),
  }
}

/** The keys in force, oldest first; mints the next one in time, once over all processes. */
function loadKeys(options: AccessTokenOptions): Promise<SigningKey[]> {
  const context = systemContext(options)
  return options.db.write(context, async ({ query }) => {
    const now = options.clock.now()
    await lockByName(query, 'identity.signing-keys')
    const rows = await query
      .selectFrom('signing_keys')
      .selectAll()
      .where('retires_at', '>', new Date(now).toISOString())
      .orderBy('signs_from')
      .execute()
    const newest = rows.at(-1)
    const needsNext =
      newest === undefined || Date.parse(newest.signs_from) + keyLifetimeMs - publishedBeforeMs <= now
    if (needsNext)
      rows.push(await mintKey(options, query, newest === undefined ? now : now + publishedBeforeMs))
    return Promise.all(rows.map((row) => openKey(options, row)))
  })
}

async function mintKey(
  options: AccessTokenOptions,
  query: Parameters<Parameters<ModuleDatabase<IdentityTables>['read']>[1]>[0],
  signsFrom: number,
) {
  const { privateKey, publicKey } = await generateKeyPair(accessTokenAlgorithm, { extractable: true })
  const iso = (at: number) => new Date(at).toISOString()
  const values = {
    id: options.newId(),
    public_jwk: JSON.stringify(await exportJWK(publicKey)),
    sealed_private_jwk: sealForDeployment(sealOf(options), JSON.stringify(await exportJWK(privateKey))),
    published_at: iso(options.clock.now()),
    signs_from: iso(signsFrom),
    retires_at: iso(signsFrom + keyLifetimeMs + publishedBeforeMs),
  }
  return query.insertInto('signing_keys').values(values).returningAll().executeTakeFirstOrThrow()
}

async function openKey(
  options: AccessTokenOptions,
  row: { id: string; public_jwk: unknown; sealed_private_jwk: Uint8Array; signs_from: string },
): Promise<SigningKey> {
  const privateJwk = JSON.parse(openForDeployment(sealOf(options), row.sealed_private_jwk)) as JWK
  return {
    id: row.id,
    publicJwk: row.public_jwk as JWK,
    privateKey: (await importJWK(privateJwk, accessTokenAlgorithm)) as CryptoKey,
    signsFrom: Date.parse(row.signs_from),
  }
}

const sealOf = (options: AccessTokenOptions) => ({ secret: options.secret, purpose: 'identity.signing-key' })
