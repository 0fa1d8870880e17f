import { isAppError } from './error.ts'

const codePattern = /^[\w.-]{1,80}$/

/** A code for a row, a metric or a log line. Messages stay out: they may quote what a person wrote. */
export function errorCodeOf(error: unknown): string {
  if (isAppError(error)) return error.code
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  for (const candidate of [code, name]) {
    if (typeof candidate === 'string' && codePattern.test(candidate)) return candidate
  }
  return 'unknown'
}
