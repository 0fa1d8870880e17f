import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import type { IdTokenFault } from './faults.ts'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly jwk: JWK
}

export async function createSigningKey(kid: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }
  return { kid, privateKey, jwk }
}

/** The ID token again, with one thing wrong that a relying party must notice. */
export async function spoilIdToken(idToken: string, fault: IdTokenFault, key: SigningKey): Promise<string> {
  const claims = decodeJwt(idToken)
  const signer = fault === 'bad_signature' ? (await createSigningKey(key.kid)).privateKey : key.privateKey
  return await new SignJWT({ ...claims, ...spoil(claims, fault) })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .sign(signer)
}

function spoil(claims: ReturnType<typeof decodeJwt>, fault: IdTokenFault): Record<string, unknown> {
  switch (fault) {
    case 'wrong_nonce':
      return { nonce: 'a-nonce-nobody-sent' }
    case 'wrong_audience':
      return { aud: 'another-client.apps.example', azp: 'another-client.apps.example' }
    case 'wrong_issuer':
      return { iss: 'https://accounts.example' }
    case 'expired_id_token':
      return { iat: (claims.iat ?? 0) - 7200, exp: (claims.iat ?? 0) - 3600 }
    default:
      return {}
  }
}
