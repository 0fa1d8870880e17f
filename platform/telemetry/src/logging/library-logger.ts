import type { LogFields } from './fields.ts'
import { isEvent } from './logger.ts'
import type { Logger } from './logger.ts'

interface LibraryWrite {
  (message: string, ...parts: unknown[]): void
  (fields: unknown, message?: string, ...parts: unknown[]): void
}

/** The shape that libraries made for pino expect; Fastify's `loggerInstance` is one. */
export interface LibraryLogger {
  level: string
  readonly fatal: LibraryWrite
  readonly error: LibraryWrite
  readonly warn: LibraryWrite
  readonly info: LibraryWrite
  readonly debug: LibraryWrite
  readonly trace: LibraryWrite
  readonly silent: LibraryWrite
  child(fields: object, options?: unknown): LibraryLogger
}

const log = (library: string) => `${library}.log`

/**
 * A logger to give to a library. Its free messages are left out (they hold addresses, paths and input) and become
 * `<library>.log`; declared fields and errors stay. Events of our own that pass through it keep their name.
 */
export function libraryLogger(logger: Logger, library: string): LibraryLogger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error'): LibraryWrite =>
    (first: unknown, second?: unknown) => {
      const fields = typeof first === 'string' ? {} : (first as LogFields)
      const message = typeof first === 'string' ? first : second
      // Without its message an information line of a library says little.
      if (isEvent(message)) logger[level](fields, message as 'library.event')
      else logger[level === 'info' ? 'debug' : level](fields, log(library) as 'library.log')
    }
  return {
    level: 'info',
    fatal: write('error'),
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    trace: () => undefined,
    silent: () => undefined,
    child: (fields) => libraryLogger(logger.child(fields), library),
  }
}
