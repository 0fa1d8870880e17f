import type { HttpAnswer, HttpRequest } from './http.ts'
import type { Failure, Operation, Paths, Refusal } from './types.ts'

/** Where a licence server listens, below its base address. */
export const defaultPaths: Paths = {
  acquire: '/api/v1/licenses/acquire',
  heartbeat: '/api/v1/licenses/heartbeat',
  release: '/api/v1/licenses/release',
}

/** Codes of refusals begin with this; other problems are those of the way there. */
const refusalPrefix = 'licensing.'

const expired = 'session_expired'
/** The seat is gone, and nobody minds that another is asked for. */
const goneReasons: ReadonlySet<string> = new Set([
  'expired',
  'released',
  'session_not_found',
  'token_invalid',
])

export interface Wire {
  acquire(nonce: string): HttpRequest
  heartbeat(sessionId: string, token: string, nonce: string): HttpRequest
  release(sessionId: string, token: string): HttpRequest
}

/** Who asks for a seat. */
export interface Requester {
  readonly licenseKey: string
  readonly hardwareId: string
  readonly machineName?: string | undefined
}

interface Server {
  readonly baseUrl: string
  readonly paths?: Partial<Paths> | undefined
}

export function createWire({ baseUrl, paths = {} }: Server, requester: Requester): Wire {
  const request = (operation: Operation, body: Record<string, string | undefined>): HttpRequest => ({
    url: baseUrl.replace(/\/+$/, '') + (paths[operation] ?? defaultPaths[operation]),
    body: JSON.stringify(body),
  })
  return {
    acquire: (nonce) =>
      request('acquire', {
        license_key: requester.licenseKey,
        hardware_id: requester.hardwareId,
        machine_name: requester.machineName,
        nonce,
      }),
    heartbeat: (sessionId, token, nonce) =>
      request('heartbeat', { session_id: sessionId, signed_token: token, nonce }),
    release: (sessionId, token) => request('release', { session_id: sessionId, signed_token: token }),
  }
}

/** What an answer says, before any lease in it is believed. */
export type Reading =
  | {
      readonly kind: 'lease'
      readonly token: string
      readonly seatsUsed: number | null
      readonly maxSeats: number | null
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly failure: Failure }

export function readAnswer({ status, body }: HttpAnswer, operation: Operation): Reading {
  const isGood = status >= 200 && status < 300
  if (isGood && operation === 'release') return { kind: 'done' }
  const members = objectIn(body)
  if (isGood) return readLease(members)
  const refusal = status >= 400 && status < 500 ? readRefusal(members) : undefined
  if (refusal === undefined) return { kind: 'failed', failure: { kind: 'server', status } }
  return goneReasons.has(refusal.reason) ? { kind: 'gone' } : { kind: 'refused', refusal }
}

function readLease(members: Record<string, unknown>): Reading {
  const token = members['signed_token']
  if (typeof token !== 'string') return { kind: 'failed', failure: { kind: 'malformed' } }
  return {
    kind: 'lease',
    token,
    seatsUsed: numberOrNull(members['seats_used']),
    maxSeats: numberOrNull(members['max_seats']),
  }
}

/** Problem details (RFC 9457) with a code of the licence server's own. */
function readRefusal(members: Record<string, unknown>): Refusal | undefined {
  const { code, detail, title } = members
  if (typeof code !== 'string' || !code.startsWith(refusalPrefix)) return undefined
  const message =
    [detail, title].find((text): text is string => typeof text === 'string') ?? 'The licence server refused.'
  const reason = code.slice(refusalPrefix.length)
  return { reason: reason === expired ? endReasonIn(members) : reason, message, details: members }
}

/** Why a session has ended: `expired`, `plan_reduced`, `released_by_admin` … */
const endReasonIn = ({ reason }: Record<string, unknown>): string =>
  typeof reason === 'string' ? reason : 'expired'

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
