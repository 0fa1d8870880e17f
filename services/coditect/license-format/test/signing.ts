import { CompactSign, exportJWK, FlattenedSign, generateKeyPair, SignJWT } from 'jose'
import { type LeaseClaims, type LicenseFileContent, machineOf, type PublicKey } from '../src/index.ts'

/** Signs as a server would, with a library of its own. */
export async function createSigner(alg: 'Ed25519' | 'PS256', kid: string) {
  const options = alg === 'PS256' ? { modulusLength: 4096, extractable: true } : { extractable: true }
  const { publicKey, privateKey } = await generateKeyPair(alg, options)
  const key = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } as PublicKey
  return {
    key,
    lease: (claims: LeaseClaims, typ = 'coditect-lease+jwt') =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg, kid, typ }).sign(privateKey),
    compact: (bytes: string, typ: string) =>
      new CompactSign(new TextEncoder().encode(bytes)).setProtectedHeader({ alg, kid, typ }).sign(privateKey),
    file: (content: LicenseFileContent, typ = 'coditect-license+json') =>
      new FlattenedSign(new TextEncoder().encode(JSON.stringify(content)))
        .setProtectedHeader({ alg, kid, typ })
        .sign(privateKey),
  }
}

export const now = Date.UTC(2026, 10, 28, 12)

export const claimsOf = async (changes: Partial<LeaseClaims> = {}): Promise<LeaseClaims> => ({
  iss: 'http://localhost:3000',
  license: '0198-license',
  organization: '0198-organization',
  session: '0198-session',
  machine: await machineOf('workstation-1'),
  epoch: 3,
  nonce: 'n-1',
  server_time: now,
  exp: now / 1_000 + 360,
  interval: 300,
  grace_until: now / 1_000 + 1_800,
  ...changes,
})

/** One character of a part exchanged for another, so that its bits differ. */
export function alter(token: string, part: number): string {
  const parts = token.split('.')
  const text = parts[part] ?? ''
  const middle = Math.floor(text.length / 2)
  parts[part] = text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1)
  return parts.join('.')
}
