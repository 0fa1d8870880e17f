import { randomUUID } from 'node:crypto'
import { exportJWK, FlattenedSign, generateKeyPair, SignJWT } from 'jose'
import type { LeaseClaims } from '@triptych/license-format'
import type { LicenseFileContent, TrustedKey, TrustedKeys } from '../../src/index.ts'

type Algorithm = 'Ed25519' | 'PS256'

async function createKey(alg: Algorithm) {
  const kid = randomUUID()
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const kty = alg === 'PS256' ? 'RSA' : 'OKP'
  const trusted: TrustedKey = { ...(await exportJWK(publicKey)), kty, kid, alg }
  return { header: { alg, kid }, privateKey, trustedKeys: { keys: [trusted] } }
}

/** What a licence server signs leases with. */
export interface LeaseSigner {
  readonly trustedKeys: TrustedKeys
  sign(claims: LeaseClaims): Promise<string>
}

export async function createLeaseSigner(): Promise<LeaseSigner> {
  const { header, privateKey, trustedKeys } = await createKey('Ed25519')
  return {
    trustedKeys,
    sign: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ ...header, typ: 'coditect-lease+jwt' })
        .sign(privateKey),
  }
}

/** What a vendor signs licence files with. */
export async function createFileSigner() {
  const { header, privateKey, trustedKeys } = await createKey('PS256')
  return {
    trustedKeys,
    sign: async (content: LicenseFileContent): Promise<string> => {
      const bytes = new TextEncoder().encode(JSON.stringify(content))
      const signing = new FlattenedSign(bytes)
      return JSON.stringify(
        await signing.setProtectedHeader({ ...header, typ: 'coditect-license+json' }).sign(privateKey),
      )
    },
  }
}

/** Another character in the middle of a token's payload. */
export function alter(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const middle = Math.floor(payload.length / 2)
  const other = payload[middle] === 'A' ? 'B' : 'A'
  return [header, payload.slice(0, middle) + other + payload.slice(middle + 1), signature].join('.')
}
