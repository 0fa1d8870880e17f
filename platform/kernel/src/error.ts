import type { z } from 'zod'

/** What went wrong, in the terms of a caller. Each kind has exactly one HTTP status (see `@triptych/http`). */
export const errorKinds = [
  'invalid',
  'unauthenticated',
  'payment_required',
  'forbidden',
  'not_found',
  'conflict',
  'gone',
  'misdirected',
  'too_large',
  'unsupported',
  'rejected',
  'limited',
  'internal',
  'unavailable',
  'timeout',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** An error that an operation declares: its stable code, its kind and the sentence a person may read. */
export interface ErrorDefinition<Code extends string = string, Data extends z.ZodType = z.ZodType> {
  readonly code: Code
  readonly kind: ErrorKind
  readonly title: string
  readonly data?: Data
}

type ErrorTable = Record<string, { kind: ErrorKind; title: string; data?: z.ZodType }>
type Defined<Prefix extends string, Table extends ErrorTable> = {
  readonly [Key in keyof Table & string]: ErrorDefinition<
    `${Prefix}.${Key}`,
    Table[Key]['data'] extends z.ZodType ? Table[Key]['data'] : z.ZodType
  >
}

/** Declares the errors of a module; the code of each is `prefix.key`. */
export function defineErrors<const Prefix extends string, const Table extends ErrorTable>(
  prefix: Prefix,
  table: Table,
): Defined<Prefix, Table> {
  const entries = Object.entries(table).map(([key, spec]) => [key, { ...spec, code: `${prefix}.${key}` }])
  return Object.fromEntries(entries) as Defined<Prefix, Table>
}

export interface FieldIssue {
  /** Where, in the caller's own terms: `profile.locale`, `items.2.text`, or empty for the whole input. */
  readonly path: string
  readonly message: string
}

export interface FailureDetails {
  /** A sentence for the person or caller: what was wrong and what to do. Public. */
  readonly detail?: string
  /** Declared members that travel beside the code. Public. */
  readonly data?: Record<string, unknown>
  readonly issues?: readonly FieldIssue[]
  readonly retryAfterMs?: number
  /** For the log alone; never crosses a process or reaches a caller. */
  readonly cause?: unknown
}

const brand = Symbol.for('triptych.AppError')

/** The one error that crosses module borders. Recognised by brand, as two copies of a class may exist. */
export class AppError extends Error {
  readonly [brand] = true
  readonly code: string
  readonly kind: ErrorKind
  readonly title: string
  readonly detail: string | undefined
  readonly data: Record<string, unknown> | undefined
  readonly issues: readonly FieldIssue[] | undefined
  readonly retryAfterMs: number | undefined

  constructor(definition: ErrorDefinition, details: FailureDetails = {}) {
    super(`${definition.code}: ${details.detail ?? definition.title}`, { cause: details.cause })
    this.name = 'AppError'
    this.code = definition.code
    this.kind = definition.kind
    this.title = definition.title
    this.detail = details.detail
    this.data = details.data
    this.issues = details.issues
    this.retryAfterMs = details.retryAfterMs
  }
}

export const isAppError = (value: unknown): value is AppError =>
  typeof value === 'object' && value !== null && brand in value

/** Narrows a caught error to one declared failure. */
export const isFailure = (error: unknown, definition: ErrorDefinition): error is AppError =>
  isAppError(error) && error.code === definition.code

export const failure = (definition: ErrorDefinition, details?: FailureDetails): AppError =>
  new AppError(definition, details)

/** Errors of requests; no contract needs to declare them (see `possibleErrors`). */
export const requestErrors = defineErrors('request', {
  invalid: { kind: 'invalid', title: 'The request is not valid.' },
  unauthenticated: { kind: 'unauthenticated', title: 'Sign in to do this.' },
  forbidden: { kind: 'forbidden', title: 'You are not allowed to do this.' },
  not_found: { kind: 'not_found', title: 'There is nothing here.' },
  too_large: { kind: 'too_large', title: 'The request is too large.' },
  unsupported_media_type: { kind: 'unsupported', title: 'This kind of body is not understood here.' },
  misdirected: { kind: 'misdirected', title: 'This server does not answer under that name.' },
  limited: { kind: 'limited', title: 'Too many requests. Wait a moment and try again.' },
  idempotency_key_reused: {
    kind: 'rejected',
    title: 'This Idempotency-Key was used with another request. Use a new key.',
  },
  in_progress: {
    kind: 'conflict',
    title: 'The same request is still being worked on. Try again in a moment.',
  },
  internal: {
    kind: 'internal',
    title: 'Something went wrong on our side. Nothing you sent was kept half done.',
  },
  unavailable: { kind: 'unavailable', title: 'This part is not available right now. Try again shortly.' },
  timeout: { kind: 'timeout', title: 'This took too long and was stopped. Try again.' },
})

/** Errors of whoever may not call, or names no organisation to call in. */
export const accessErrors = defineErrors('identity', {
  reauth_required: {
    kind: 'forbidden',
    title: 'Sign in again to do this. You proved who you are too long ago.',
  },
  email_unverified: { kind: 'forbidden', title: 'Verify your e-mail address first. We sent you a link.' },
  restricted: {
    kind: 'forbidden',
    title: 'This account is suspended. You can still export what is held about you, or delete the account.',
  },
  scope_missing: { kind: 'forbidden', title: 'This token may not do this.' },
  organization_required: {
    kind: 'invalid',
    title: 'Name the organisation in the header X-Organization-Id.',
  },
  organization_not_found: { kind: 'not_found', title: 'There is no such organisation.' },
})
