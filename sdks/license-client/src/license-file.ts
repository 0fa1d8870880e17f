import { verifyLicenseFile } from '@triptych/license-format'
import type { TrustedKeys } from './types.ts'

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

export type LicenseFileCheck =
  | { readonly verdict: 'malformed' | 'unknown_key' | 'edited' }
  /** Signed by the vendor, so its content is true, also when it is about another licence or over. */
  | { readonly verdict: 'valid' | 'foreign_license' | 'expired'; readonly content: LicenseFileContent }

export interface LicenseFileExpectation {
  readonly trustedKeys: TrustedKeys
  /** The licence's id, where only that one will do. */
  readonly licenseId?: string
  /** Default: the system's clock. */
  readonly now?: Date
}

/** Says, without asking anybody, what a licence file (its text, or its parsed JSON) is worth. Never rejects. */
export function checkLicenseFile(
  file: unknown,
  { trustedKeys, licenseId, now = new Date() }: LicenseFileExpectation,
): Promise<LicenseFileCheck> {
  const license = licenseId === undefined ? {} : { license: licenseId }
  return verifyLicenseFile(file, { keys: trustedKeys, now: now.getTime(), ...license })
}
