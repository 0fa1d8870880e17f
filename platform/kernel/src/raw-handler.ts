import type { Context } from './context.ts'
import type { FailureDetails } from './error.ts'

/** A handler as the dispatcher sees it, its own types gone. */
export type Fail = (code: string, details?: FailureDetails) => Error
export type RawHandler = (context: Context, input: unknown, fail: Fail) => Promise<unknown>
export type RawStream = (
  context: Context,
  input: unknown,
  fail: Fail,
) => AsyncGenerator<unknown, unknown, undefined>
