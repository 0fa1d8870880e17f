import { readFile } from 'node:fs/promises'
import { peopleIssuer } from '@triptych/kernel/server'
import {
  createLocalJWKSet,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose'

/** Keys with which modules prove themselves between processes: private ones of those that run here, public ones of all. */
export interface ServiceKeys {
  privateKeyOf(module: string): CryptoKey | undefined
  readonly publicKeys: JWTVerifyGetKey
}

interface KeyFile {
  readonly private: Readonly<Record<string, JWK>>
  readonly public: Readonly<Record<string, JWK>>
}

export async function readServiceKeys(path: string | undefined): Promise<ServiceKeys> {
  if (path === undefined)
    return { privateKeyOf: () => undefined, publicKeys: createLocalJWKSet({ keys: [] }) }
  const file = JSON.parse(await readFile(path, 'utf8')) as KeyFile
  const keys = new Map<string, CryptoKey>()
  for (const [module, jwk] of Object.entries(file.private))
    keys.set(module, (await importJWK(jwk, 'EdDSA')) as CryptoKey)
  const published = Object.entries(file.public).map(([module, jwk]) => ({
    ...jwk,
    kid: module,
    alg: 'EdDSA',
  }))
  return { privateKeyOf: (module) => keys.get(module), publicKeys: createLocalJWKSet({ keys: published }) }
}

/** Signs what the HTTP edge asks in its own name, such as who a session belongs to. */
export const edgeIssuer = 'edge'

/** A key file for all modules and the edge; each process is given only the private keys of what it runs. */
export async function generateServiceKeys(modules: readonly string[]): Promise<KeyFile> {
  const pairs = await Promise.all(
    [...modules, edgeIssuer, peopleIssuer].map(async (module) => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
      return { module, private: await exportJWK(privateKey), public: await exportJWK(publicKey) }
    }),
  )
  return {
    private: Object.fromEntries(pairs.map((pair) => [pair.module, pair.private])),
    public: Object.fromEntries(pairs.map((pair) => [pair.module, pair.public])),
  }
}
