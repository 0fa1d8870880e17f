import { createPublicKey, sign, verify } from 'node:crypto'
import { leaseType, type LeaseClaims } from '@triptych/license-format'
import { algorithmOf, type SigningKey, type SigningKeys } from './signing-keys.ts'

/** Signs leases, and knows its own again. On the calling thread: a signature takes less than handing it over would. */
export interface Leases {
  sign(claims: LeaseClaims): Promise<string>
  /** The claims of a lease that we signed, whether its time is over or not. */
  read(token: string): Promise<LeaseClaims | undefined>
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export function createLeases(keys: SigningKeys): Leases {
  const headers = new WeakMap<SigningKey, string>()
  const publicKeys = new WeakMap<SigningKey, ReturnType<typeof createPublicKey>>()

  return {
    async sign(claims) {
      const key = await keys.signing('lease')
      const header = kept(headers, key, () =>
        encode({ alg: algorithmOf('lease'), kid: key.id, typ: leaseType }),
      )
      const signed = `${header}.${encode(claims)}`
      return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`
    },
    async read(token) {
      const [header = '', payload = '', signature, ...more] = token.split('.')
      const named = parsed(header) as { kid?: unknown; alg?: unknown; typ?: unknown } | undefined
      const isLease = named?.typ === leaseType && named.alg === algorithmOf('lease')
      if (signature === undefined || more.length > 0 || !isLease || typeof named.kid !== 'string')
        return undefined
      const key = await keys.find('lease', named.kid)
      if (key === undefined) return undefined
      const publicKey = kept(publicKeys, key, () => createPublicKey({ key: key.publicJwk, format: 'jwk' }))
      const bytes = Buffer.from(`${header}.${payload}`)
      const isOurs = verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'))
      return isOurs ? (parsed(payload) as LeaseClaims) : undefined
    },
  }
}

function kept<Value>(cache: WeakMap<SigningKey, Value>, key: SigningKey, make: () => Value): Value {
  const held = cache.get(key)
  if (held !== undefined) return held
  const value = make()
  cache.set(key, value)
  return value
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}
