import { hasShape } from './shapes.ts'
import { stackFrames } from './stack-frames.ts'

/**
 * What may be told about an error. Messages are left out on purpose: parsers, drivers and validators quote the
 * input they failed on.
 */
export interface ErrorRecord {
  readonly name: string
  /** The stable code: of an AppError, a system call (`ECONNREFUSED`) or Postgres (SQLSTATE). */
  readonly code?: string
  readonly kind?: string
  readonly status?: number
  /** How many issues a validator found; their text and paths stay inside. */
  readonly issues?: number
  readonly schema?: string
  readonly table?: string
  readonly constraint?: string
  /** Frames only, own code first, paths from the repository's root. */
  readonly stack?: readonly string[]
  /** Names and codes of the causes, nearest first. */
  readonly causes?: readonly string[]
}

const mostCauses = 5

/** Describes anything that was thrown, without a word that could come from a person or a row. Never throws. */
export function describeError(error: unknown): ErrorRecord {
  try {
    if (!isObject(error)) return { name: error === null ? 'null' : typeof error }
    const stack = stackFrames(error['stack'], error['message'])
    const causes = causesOf(error)
    return {
      ...facts(error),
      ...(stack.length === 0 ? {} : { stack }),
      ...(causes.length === 0 ? {} : { causes }),
    }
  } catch {
    return { name: 'unreadable' }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function facts(error: Record<string, unknown>): ErrorRecord {
  const postgres = typeof error['severity'] === 'string'
  const issues = error['issues']
  return {
    name: named(error['name']) ?? 'Error',
    ...optional('code', coded(error['code'])),
    ...optional('kind', hasShape('code', error['kind']) ? String(error['kind']) : undefined),
    ...optional('status', statusOf(error)),
    ...optional('issues', Array.isArray(issues) ? issues.length : undefined),
    ...(postgres ? place(error) : {}),
  }
}

/** Where Postgres failed: names from our own migrations. Its `detail` and `where` hold row values. */
const place = (error: Record<string, unknown>) => ({
  ...optional('schema', identifier(error['schema'])),
  ...optional('table', identifier(error['table'])),
  ...optional('constraint', identifier(error['constraint'])),
})

function causesOf(error: Record<string, unknown>): string[] {
  const found: string[] = []
  let queue = nextOf(error)
  while (queue.length > 0 && found.length < mostCauses) {
    const [cause, ...rest] = queue
    if (!isObject(cause)) {
      queue = rest
      continue
    }
    const { name, code } = facts(cause)
    found.push(code === undefined ? name : `${name} ${code}`)
    queue = [...rest, ...nextOf(cause)]
  }
  return found
}

function nextOf(error: Record<string, unknown>): unknown[] {
  const many = error['errors']
  return [error['cause'], ...(Array.isArray(many) ? many.slice(0, mostCauses) : [])]
}

function statusOf(error: Record<string, unknown>): number | undefined {
  const status = error['status'] ?? error['statusCode']
  return typeof status === 'number' && status >= 100 && status < 600 ? Math.trunc(status) : undefined
}

const matching = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined
const named = (value: unknown) => matching(value, /^[A-Za-z$][\w$]{0,59}$/)
const coded = (value: unknown) =>
  typeof value === 'number' ? String(value) : matching(value, /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/)
const identifier = (value: unknown) => matching(value, /^[a-z_][a-z0-9_]{0,62}$/)

type Optional<Key extends string, Value> = { [K in Key]?: Value }

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): Optional<Key, Value> =>
  value === undefined ? {} : ({ [key]: value } as Optional<Key, Value>)
