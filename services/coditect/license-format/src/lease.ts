import { objectOf, textOf } from './encoding.ts'
import { leaseAlgorithm, type PublicKeys, verifySignature } from './keys.ts'

export const leaseType = 'coditect-lease+jwt'

/** Seconds of epoch time, but for `server_time`, which is milliseconds. */
export interface LeaseClaims {
  readonly iss: string
  /** The licence's id, never its key. */
  readonly license: string
  readonly organization: string
  readonly session: string
  /** `machineOf(hardwareId)`. */
  readonly machine: string
  /** Which copy of the seats gave it. */
  readonly epoch: number
  /** What the client sent with its request. */
  readonly nonce: string | null
  readonly server_time: number
  readonly exp: number
  /** Seconds between heartbeats. */
  readonly interval: number
  /** Offline work ends here, whatever the client's clock or restarts say. */
  readonly grace_until: number
}

export type LeaseVerdict =
  | 'valid'
  /** Not a lease at all. */
  | 'malformed'
  | 'unknown_key'
  | 'edited'
  | 'foreign_license'
  | 'foreign_machine'
  | 'wrong_nonce'
  /** Older than what the server has said since. */
  | 'replayed'
  | 'expired'

export type LeaseCheck =
  | { readonly verdict: 'malformed' | 'unknown_key' | 'edited' }
  /** Signed by the server, so its claims are true, also when the lease is not for this use. */
  | {
      readonly verdict: Exclude<LeaseVerdict, 'malformed' | 'unknown_key' | 'edited'>
      readonly claims: LeaseClaims
    }

export interface LeaseExpectation {
  readonly keys: PublicKeys
  /** `machineOf(hardwareId)` of this machine. */
  readonly machine: string
  /** The licence's id, once it is known. */
  readonly license?: string
  /** What this very request sent; leave out for a lease that was stored. */
  readonly nonce?: string
  /** The greatest `server_time` seen so far, in milliseconds. */
  readonly lastServerTime?: number
  /** Epoch milliseconds of the caller's choice of clock. */
  readonly now: number
}

/** How a machine is named in leases and on the server: the hardware id itself is kept nowhere. */
export async function machineOf(hardwareId: string): Promise<string> {
  const bytes = new TextEncoder().encode(`coditect-machine:${hardwareId}`)
  return textOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** Says what a lease is worth here and now. The decision is the caller's. */
export async function verifyLease(token: string, expected: LeaseExpectation): Promise<LeaseCheck> {
  const [protectedPart = '', payloadPart = '', signaturePart, ...more] = token.split('.')
  const header = objectOf(protectedPart)
  const isLease =
    signaturePart !== undefined &&
    more.length === 0 &&
    header?.['typ'] === leaseType &&
    header['alg'] === leaseAlgorithm
  if (!isLease) return { verdict: 'malformed' }
  const signed = { protectedPart, payloadPart, signaturePart }
  const signature = await verifySignature(signed, header['kid'], leaseAlgorithm, expected.keys)
  if (signature !== 'valid') return { verdict: signature }
  const claims = claimsOf(objectOf(payloadPart))
  if (claims === null) return { verdict: 'malformed' }
  return { verdict: judge(claims, expected), claims }
}

function judge(claims: LeaseClaims, expected: LeaseExpectation) {
  if (expected.license !== undefined && claims.license !== expected.license) return 'foreign_license'
  if (claims.machine !== expected.machine) return 'foreign_machine'
  if (expected.nonce !== undefined && claims.nonce !== expected.nonce) return 'wrong_nonce'
  if (expected.lastServerTime !== undefined && claims.server_time < expected.lastServerTime) return 'replayed'
  return expected.now < claims.exp * 1_000 ? 'valid' : 'expired'
}

const strings = ['iss', 'license', 'organization', 'session', 'machine'] as const
const numbers = ['epoch', 'server_time', 'exp', 'interval', 'grace_until'] as const

function claimsOf(value: Record<string, unknown> | null): LeaseClaims | null {
  if (value === null) return null
  const isComplete =
    strings.every((name) => typeof value[name] === 'string') &&
    numbers.every((name) => Number.isFinite(value[name])) &&
    (value['nonce'] === null || typeof value['nonce'] === 'string')
  return isComplete ? (value as unknown as LeaseClaims) : null
}
