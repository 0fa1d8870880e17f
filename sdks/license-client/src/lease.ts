import { type LeaseClaims, verifyLease } from '@triptych/license-format'
import type { Lease, LeaseVerdict, TrustedKeys } from './types.ts'

export type LeaseJudgement =
  | { readonly verdict: 'valid'; readonly lease: Lease }
  | { readonly verdict: LeaseVerdict }

export interface FreshExpectation {
  readonly keys: TrustedKeys
  readonly machine: string
  /** What the request sent. */
  readonly nonce: string
  /** The lease so far. */
  readonly previous: Lease | undefined
  /** Whether the answer must continue the session of the lease so far. */
  readonly sameSession: boolean
}

/** Whether an answer's lease is the answer to this very request, for this machine, licence and session. */
export async function judgeFresh(token: string, expected: FreshExpectation): Promise<LeaseJudgement> {
  const { keys, machine, nonce, previous, sameSession } = expected
  // Its nonce says that it is fresh, whatever any clock shows.
  const check = await verifyLease(token, { keys, machine, nonce, now: 0, ...licenseOf(previous) })
  if (!('claims' in check)) return check
  const { verdict, claims } = check
  if (verdict === 'wrong_nonce' && previous !== undefined && isAsOldAs(claims, previous))
    return { verdict: 'replayed' }
  if (verdict !== 'valid') return { verdict }
  if (sameSession && claims.session !== previous?.sessionId) return { verdict: 'foreign_session' }
  return claims.exp * 1_000 > claims.server_time
    ? { verdict, lease: leaseOf(claims, token) }
    : { verdict: 'expired' }
}

const licenseOf = (previous: Lease | undefined) =>
  previous === undefined ? {} : { license: previous.licenseId }

const isAsOldAs = (claims: LeaseClaims, previous: Lease): boolean =>
  claims.server_time <= previous.serverTime.getTime()

/** The lease that an earlier run stored; undefined when the server did not sign it for this machine. */
export async function readStored(
  token: string,
  expected: { readonly keys: TrustedKeys; readonly machine: string },
): Promise<Lease | undefined> {
  const check = await verifyLease(token, { ...expected, now: 0 })
  return check.verdict === 'valid' && 'claims' in check ? leaseOf(check.claims, token) : undefined
}

const leaseOf = (claims: LeaseClaims, token: string): Lease => ({
  licenseId: claims.license,
  organizationId: claims.organization,
  sessionId: claims.session,
  serverTime: new Date(claims.server_time),
  expiresAt: new Date(claims.exp * 1_000),
  heartbeatIntervalMs: claims.interval * 1_000,
  graceUntil: new Date(claims.grace_until * 1_000),
  token,
})
