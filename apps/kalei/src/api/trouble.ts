import { ProblemError } from '@triptych/kernel'

/** Why something did not work, in the terms of what a person can do about it. */
export type Trouble =
  | { kind: 'offline' }
  | { kind: 'away'; reference?: string }
  /** The month's budget for models is used up; nothing is wrong with the request. */
  | { kind: 'resting' }
  | { kind: 'slow'; seconds: number }
  | { kind: 'limit'; limit: Limit }
  | { kind: 'signed_out' }
  | { kind: 'gone' }
  | { kind: 'conflict' }
  /** Help came, but the words could not be saved. */
  | { kind: 'unkept' }
  | { kind: 'invalid'; code: string; detail: string; fields: Readonly<Record<string, string>> }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'unexpected'; reference?: string }

export interface Limit {
  /** Fragments of one session have a limit of their own; the rest is said by what was tried. */
  reframes: boolean
  limit: number | undefined
  used: number | undefined
  resetsAt: string | undefined
  upgradeTo: string | undefined
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

function limitOf(error: ProblemError): Limit {
  const members = error.problem ?? {}
  const get = (name: string): unknown => (members as Record<string, unknown>)[name]
  return {
    reframes: error.code === 'mirror.reframe_limit',
    limit: number(get('limit')),
    used: number(get('used')),
    resetsAt: text(get('resets_at')),
    upgradeTo: text(get('upgrade_to')),
  }
}

function reference(error: ProblemError): { reference?: string } {
  const id = error.problem?.request_id
  return id === undefined ? {} : { reference: id }
}

function fromProblem(error: ProblemError): Trouble {
  const { status, code } = error
  const detail = error.problem?.detail ?? error.problem?.title ?? ''
  if (status === 401) return { kind: 'signed_out' }
  if (status === 402) return { kind: 'limit', limit: limitOf(error) }
  const fields = Object.fromEntries((error.problem?.errors ?? []).map(({ path, message }) => [path, message]))
  // What can not be an id is none: an address that somebody typed or cut off.
  if (status === 404 || status === 410 || 'id' in fields) return { kind: 'gone' }
  if (status === 409 && code === 'request.in_progress') return { kind: 'conflict' }
  if (code === 'ai-gateway.paused') return { kind: 'resting' }
  if (status === 429) return { kind: 'slow', seconds: Math.max(1, Math.ceil(error.retryAfterSeconds ?? 10)) }
  if (status === 502 || status === 503 || status === 504) return { kind: 'away', ...reference(error) }
  if (status >= 500) return { kind: 'unexpected', ...reference(error) }
  if (status === 403 || status === 409) return { kind: 'refused', code, detail }
  return { kind: 'invalid', code, detail, fields }
}

/** Sorts whatever a call threw. `fetch` fails with a TypeError when nobody could be reached. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ProblemError) return fromProblem(error)
  if (error instanceof TypeError) {
    const connected = typeof navigator === 'undefined' || (navigator as { onLine?: boolean }).onLine !== false
    return connected ? { kind: 'away' } : { kind: 'offline' }
  }
  return { kind: 'unexpected' }
}

/** True when trying the same again later can work without the person doing anything. */
export function passes(trouble: Trouble): boolean {
  return ['offline', 'away', 'resting', 'slow', 'conflict', 'unexpected', 'signed_out'].includes(trouble.kind)
}
