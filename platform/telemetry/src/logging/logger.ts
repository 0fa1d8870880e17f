import { createHmac, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { trace } from '@opentelemetry/api'
import { isoTime, systemClock, userIdOf } from '@triptych/kernel'
import type { Clock, Context } from '@triptych/kernel'
import { pino } from 'pino'
import type { DestinationStream, Logger as Pino } from 'pino'
import type PinoPretty from 'pino-pretty'
import { admitFields } from './fields.ts'
import type { LogFields } from './fields.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A string written in the source. What is put together at run time (`string`, a template with parts) is refused. */
export type Fixed<Text extends string> = {} extends Record<Text, never> ? never : Text

/** As in pino: the fields, if any, then the event. */
interface Write {
  <const Event extends string>(event: Fixed<Event>): void
  <const Event extends string>(fields: LogFields, event: Fixed<Event>): void
}

/**
 * The one logger. A line is an event with a stable dotted name (`bus.message_dead`), written in the source, and
 * declared fields. There is no free text, so no person's text can get in by accident.
 */
export interface Logger {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
  /** A logger that adds these fields to every line. */
  child(fields: LogFields): Logger
  /** A logger bound to a call: its request id, organisation, caller and the keyed hash of its user. */
  for(context: Context): Logger
  /** The keyed hash under which a person stands in `user`. */
  userHash(userId: string): string
}

export interface LoggerOptions {
  readonly level: LogLevel
  /** The name of this process in `service`. */
  readonly service?: string
  /** For people at a terminal; JSON lines otherwise. */
  readonly pretty?: boolean
  /** Where lines go; standard output by default. */
  readonly destination?: DestinationStream
  /** The key of the user hash. Without one it is random: hashes match within this process only. */
  readonly userKey?: string
  readonly clock?: Clock
}

const refused = 'log.event_refused'
const eventName = /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/
const longestEvent = 80

/** The types refuse events put together at run time; this holds for callers who cast. */
export const isEvent = (event: unknown): event is string =>
  typeof event === 'string' && event.length <= longestEvent && eventName.test(event)

/** Creates the process's logger. */
export function createLogger(options: LoggerOptions): Logger {
  const clock = options.clock ?? systemClock
  const root = pino(
    {
      level: options.level,
      base: options.service === undefined ? {} : admitFields({ service: options.service }),
      messageKey: 'event',
      timestamp: () => `,"time":"${isoTime(clock)}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: activeSpan,
    },
    destinationOf(options),
  )
  return wrap(root, userHasher(options.userKey))
}

function wrap(target: Pino, hash: (userId: string) => string): Logger {
  const write = (level: Exclude<LogLevel, 'silent'>): Write => {
    return (first: unknown, second?: unknown) => {
      if (!target.isLevelEnabled(level)) return
      const event = typeof first === 'string' ? first : second
      target[level](admitFields(first === event ? undefined : first), isEvent(event) ? event : refused)
    }
  }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(target.child(admitFields(fields)), hash),
    for: (context) => wrap(target.child(admitFields(fieldsOf(context, hash))), hash),
    userHash: hash,
  }
}

function fieldsOf(context: Context, hash: (userId: string) => string): LogFields {
  const userId = userIdOf(context.actor)
  return {
    request_id: context.requestId,
    user: userId === undefined ? undefined : hash(userId),
    organization_id: context.tenant?.organizationId,
    caller: context.caller,
  }
}

function activeSpan(): Record<string, string> {
  const span = trace.getActiveSpan()?.spanContext()
  return span === undefined ? {} : { trace_id: span.traceId, span_id: span.spanId }
}

/** The same person gives the same hash under one key; without the key nobody can test a guess. */
export function userHasher(key: string | undefined): (userId: string) => string {
  const secret = key ?? randomBytes(32)
  return (userId) => `u1.${createHmac('sha256', secret).update(userId).digest('hex').slice(0, 20)}`
}

function destinationOf(options: LoggerOptions): DestinationStream {
  const destination = options.destination ?? pino.destination({ fd: 1 })
  if (options.pretty !== true) return destination
  // Loaded on demand: servers write JSON.
  const { prettyFactory } = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty
  const format = prettyFactory({
    messageKey: 'event',
    translateTime: 'SYS:HH:MM:ss.l',
    singleLine: true,
    colorize: options.destination === undefined && process.stdout.isTTY,
  })
  return {
    write: (line) => {
      destination.write(format(line))
    },
  }
}
