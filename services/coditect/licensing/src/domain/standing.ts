import type { LicenseStatus } from '../contract/schemas.ts'

export interface Standing {
  readonly status: LicenseStatus
  readonly grace_period_ends_at: string | null
}

/** What a licence is worth at a moment: a grace that is over suspends it, whether that was announced or not. */
export const statusAt = ({ status, grace_period_ends_at: grace }: Standing, now: number): LicenseStatus =>
  status === 'active' && grace !== null && Date.parse(grace) <= now ? 'suspended' : status
