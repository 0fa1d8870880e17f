import { objectOf } from './encoding.ts'
import { fileAlgorithm, type PublicKeys, verifySignature } from './keys.ts'

export const fileType = 'coditect-license+json'

/** What a licence file says. Times are ISO 8601 UTC. */
export interface LicenseFileContent {
  readonly issuer: string
  readonly license_id: string
  /** The beginning of the key; the key itself is not in the file. */
  readonly key_display: string
  readonly organization: { readonly id: string; readonly name: string }
  readonly plan: { readonly id: string; readonly name: string }
  readonly features: Readonly<Record<string, unknown>>
  readonly max_concurrent_seats: number
  readonly issued_at: string
  readonly expires_at: string | null
}

/** A flattened JWS (RFC 7515, section 7.2.2), PS256 under RSA-4096. */
export interface LicenseFile {
  readonly protected: string
  readonly payload: string
  readonly signature: string
}

export type LicenseFileCheck =
  | { readonly verdict: 'malformed' | 'unknown_key' | 'edited' }
  /** Signed by the server, so its content is true, also when it is about another licence or over. */
  | { readonly verdict: 'valid' | 'foreign_license' | 'expired'; readonly content: LicenseFileContent }

export interface LicenseFileExpectation {
  readonly keys: PublicKeys
  readonly license?: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Says what a licence file is worth here and now; takes its text or its parsed JSON. */
export async function verifyLicenseFile(
  file: unknown,
  expected: LicenseFileExpectation,
): Promise<LicenseFileCheck> {
  const parts = partsOf(file)
  const header = parts === null ? null : objectOf(parts.protected)
  if (parts === null || header?.['typ'] !== fileType || header['alg'] !== fileAlgorithm) {
    return { verdict: 'malformed' }
  }
  const signed = {
    protectedPart: parts.protected,
    payloadPart: parts.payload,
    signaturePart: parts.signature,
  }
  const signature = await verifySignature(signed, header['kid'], fileAlgorithm, expected.keys)
  if (signature !== 'valid') return { verdict: signature }
  const content = objectOf(parts.payload) as LicenseFileContent | null
  if (content === null || typeof content.license_id !== 'string') return { verdict: 'malformed' }
  return { verdict: judge(content, expected), content }
}

function judge(content: LicenseFileContent, { license, now }: LicenseFileExpectation) {
  if (license !== undefined && content.license_id !== license) return 'foreign_license'
  return content.expires_at !== null && Date.parse(content.expires_at) <= now ? 'expired' : 'valid'
}

function partsOf(file: unknown): LicenseFile | null {
  const value: unknown = typeof file === 'string' ? parsed(file) : file
  if (typeof value !== 'object' || value === null) return null
  const { protected: header, payload, signature } = value as Record<string, unknown>
  return typeof header === 'string' && typeof payload === 'string' && typeof signature === 'string'
    ? { protected: header, payload, signature }
    : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
