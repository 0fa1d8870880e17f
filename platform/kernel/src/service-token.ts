import { createPrivateKey, hkdfSync } from 'node:crypto'
import { createLocalJWKSet, importJWK, SignJWT, jwtVerify, type CryptoKey, type JWTVerifyGetKey } from 'jose'
import type { Context } from './context.ts'
import { failure, requestErrors } from './error.ts'

const algorithm = 'EdDSA'
const lifetimeSeconds = 60

/** Signs calls that people make: their callee sees no calling module, so what is for modules stays closed. */
export const peopleIssuer = 'people'

/** What one process tells another about a call, signed by the calling module's key. */
export type CarriedContext = Omit<Context, 'signal' | 'caller' | 'once'>

export interface ServiceTokenSigner {
  sign(callee: string, context: Context): Promise<string>
}

/** `keyOf` gives the private key of a module that runs in this process. */
export function serviceTokenSigner(keyOf: (module: string) => CryptoKey | undefined): ServiceTokenSigner {
  return {
    async sign(callee, context) {
      const issuer = context.caller ?? peopleIssuer
      const key = keyOf(issuer)
      if (key === undefined) throw new Error(`There is no service key for ${issuer}.`)
      const { signal: _signal, caller: _caller, once: _once, ...carried } = context
      return new SignJWT({ context: carried })
        .setProtectedHeader({ alg: algorithm, kid: issuer, typ: 'service+jwt' })
        .setIssuer(issuer)
        .setAudience(callee)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key)
    },
  }
}

/** Reads a service token addressed to `callee`; anything else is unauthenticated. */
export async function verifyServiceToken(
  token: string | undefined,
  callee: string,
  keys: JWTVerifyGetKey,
): Promise<CarriedContext & { readonly caller?: string }> {
  if (token === undefined) throw failure(requestErrors.unauthenticated)
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: [algorithm],
      audience: callee,
      typ: 'service+jwt',
      maxTokenAge: lifetimeSeconds,
    })
    if (payload.iss === undefined || payload.iss !== protectedHeader.kid)
      throw new Error('issuer and key differ')
    const carried = payload['context'] as CarriedContext
    return payload.iss === peopleIssuer ? carried : { ...carried, caller: payload.iss }
  } catch (cause) {
    throw failure(requestErrors.unauthenticated, { cause })
  }
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The keys of one issuer, derived from a secret that both ends hold: for two processes that share no key file. */
export async function serviceKeysFromSecret(
  issuer: string,
  secret: string,
): Promise<{ privateKeyOf: (module: string) => CryptoKey | undefined; publicKeys: JWTVerifyGetKey }> {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', `service key of ${issuer}`, 32))
  const key = createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' })
  const { d, ...published } = key.export({ format: 'jwk' })
  const privateKey = (await importJWK({ ...published, d: d ?? '' }, algorithm)) as CryptoKey
  return {
    privateKeyOf: (module) => (module === issuer ? privateKey : undefined),
    publicKeys: createLocalJWKSet({ keys: [{ ...published, kid: issuer, alg: algorithm }] }),
  }
}
