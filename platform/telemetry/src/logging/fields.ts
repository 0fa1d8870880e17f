import { describeError } from '../error-record.ts'
import { hasShape } from '../shapes.ts'

/** Every name a log line may carry beside its event, with the shape of its value. Nothing else gets through. */
export const logFields = {
  request_id: 'id',
  trace_id: 'id',
  span_id: 'id',
  /** The keyed hash of a user id, made by `Logger.for`. */
  user: 'id',
  organization_id: 'id',
  event_id: 'id',
  job_id: 'id',
  message_id: 'id',
  resource_id: 'id',
  key_id: 'id',
  version: 'id',
  service: 'code',
  module: 'code',
  caller: 'code',
  component: 'code',
  role: 'code',
  state: 'code',
  outcome: 'code',
  reason: 'code',
  code: 'code',
  kind: 'code',
  feature: 'code',
  family: 'code',
  severity: 'code',
  source: 'code',
  provider: 'name',
  breaker_key: 'name',
  lane: 'name',
  model: 'name',
  operation: 'name',
  subject: 'name',
  consumer: 'name',
  job: 'name',
  template: 'name',
  migration: 'id',
  schema: 'name',
  setting: 'name',
  signal: 'name',
  method: 'method',
  route: 'route',
  address: 'origin',
  /** An HTTP status. */
  status: 'number',
  port: 'number',
  pid: 'number',
  count: 'number',
  total: 'number',
  pending: 'number',
  attempt: 'number',
  bytes: 'number',
  tokens: 'number',
  cost_usd: 'number',
  ratio: 'number',
  duration_ms: 'number',
  delay_ms: 'number',
  lag_ms: 'number',
  deadline_ms: 'number',
  cached: 'boolean',
  replayed: 'boolean',
  dropped_fields: 'number',
} as const

type ValueOf = { number: number; boolean: boolean }
type FieldShapes = typeof logFields
type FieldValue<S> = S extends keyof ValueOf ? ValueOf[S] : string

/** The fields of a log line. `error` takes anything that was thrown and keeps name, code, kind and frames. */
export type LogFields = {
  readonly [Name in keyof FieldShapes]?: FieldValue<FieldShapes[Name]> | undefined
} & { readonly error?: unknown }

const masked = '[masked]'

/** The names that pino and Fastify use for the same things. */
const aliases: Readonly<Record<string, string>> = {
  err: 'error',
  reqId: 'request_id',
  responseTime: 'duration_ms',
}

const isDeclared = (name: string): name is keyof FieldShapes => Object.hasOwn(logFields, name)

/**
 * Only declared names with values of their shape. A value of another shape becomes `[masked]`; an undeclared
 * name is dropped and counted, as the name itself could be text.
 */
export function admitFields(fields: unknown): Record<string, unknown> {
  if (fields instanceof Error) return { error: describeError(fields) }
  if (typeof fields !== 'object' || fields === null) return fields === undefined ? {} : { dropped_fields: 1 }
  const admitted: Record<string, unknown> = {}
  let dropped = 0
  for (const name of Object.keys(fields)) {
    const declared = Object.hasOwn(aliases, name) ? aliases[name] : name
    if (declared === undefined || (declared !== 'error' && !isDeclared(declared))) {
      dropped += 1
      continue
    }
    const value = readField(fields, name, declared)
    if (value !== undefined) admitted[declared] = value
  }
  return dropped === 0 ? admitted : { ...admitted, dropped_fields: dropped }
}

function readField(fields: object, name: string, declared: keyof FieldShapes | 'error'): unknown {
  try {
    const value = (fields as Record<string, unknown>)[name]
    if (value === undefined) return undefined
    if (declared === 'error') return describeError(value)
    return hasShape(logFields[declared], value) ? value : masked
  } catch {
    return masked
  }
}
