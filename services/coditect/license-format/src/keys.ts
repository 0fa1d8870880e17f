import { bytesOf } from './encoding.ts'

/** A public key as `/.well-known/license-keys.json` lists it (RFC 7517). */
export interface PublicKey {
  readonly kid: string
  readonly alg: string
  readonly kty: string
  readonly [member: string]: unknown
}

/** The whole of `/.well-known/license-keys.json`. */
export interface PublicKeys {
  readonly keys: readonly PublicKey[]
}

export const leaseAlgorithm = 'Ed25519'
export const fileAlgorithm = 'PS256'

const imports = {
  [leaseAlgorithm]: { name: 'Ed25519' },
  [fileAlgorithm]: { name: 'RSA-PSS', hash: 'SHA-256' },
} as const
const verifications = {
  [leaseAlgorithm]: { name: 'Ed25519' },
  [fileAlgorithm]: { name: 'RSA-PSS', saltLength: 32 },
} as const

export interface Signed {
  readonly protectedPart: string
  readonly payloadPart: string
  readonly signaturePart: string
}

export type SignatureVerdict = 'valid' | 'unknown_key' | 'edited'

/** Whether a JWS is signed by one of these keys; the algorithm is the one of its kind, whatever its header says. */
export async function verifySignature(
  signed: Signed,
  kid: unknown,
  algorithm: typeof leaseAlgorithm | typeof fileAlgorithm,
  keys: PublicKeys,
): Promise<SignatureVerdict> {
  const key = keys.keys.find((candidate) => candidate.kid === kid && candidate.alg === algorithm)
  if (key === undefined) return 'unknown_key'
  const signature = bytesOf(signed.signaturePart)
  if (signature === null) return 'edited'
  const { kid: _kid, alg: _alg, use: _use, key_ops: _operations, ...material } = key
  const imported = await importKey(material, algorithm)
  if (imported === undefined) return 'unknown_key'
  const bytes = new TextEncoder().encode(`${signed.protectedPart}.${signed.payloadPart}`)
  const isValid = await crypto.subtle.verify(verifications[algorithm], imported, signature, bytes)
  return isValid ? 'valid' : 'edited'
}

const importKey = (material: JsonWebKey, algorithm: keyof typeof imports): Promise<CryptoKey | undefined> =>
  crypto.subtle.importKey('jwk', material, imports[algorithm], false, ['verify']).catch(() => undefined)
