import { AppError, failure, isAppError, requestErrors } from './error.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { Link } from './link.ts'
import { refuseInsideTransaction } from './transaction-scope.ts'

export interface LocalLinkOptions {
  /** Copy values both ways, as the wire does; development and tests turn it on. */
  readonly clone: boolean
}

/** Reaches a module in this process, with the manners of the wire: copied values, rebuilt errors. */
export function localLink(dispatcher: Dispatcher, options: LocalLinkOptions): Link {
  const copy = options.clone ? cloned : <T>(value: T): T => value
  return {
    async call(operation, context, input) {
      refuseInsideTransaction(`${dispatcher.module}.${operation}`)
      try {
        return copy(await dispatcher.call(operation, context, copy(input)))
      } catch (error) {
        throw rebuild(error)
      }
    },
    async *stream(operation, context, input) {
      refuseInsideTransaction(`${dispatcher.module}.${operation}`)
      const events = dispatcher.stream(operation, context, copy(input))
      try {
        let step = await events.next()
        while (step.done !== true) {
          yield copy(step.value)
          step = await events.next()
        }
        return copy(step.value)
      } catch (error) {
        throw rebuild(error)
      } finally {
        // Whoever leaves early lets the operation end its own work, as a closed connection does.
        await events.return(undefined)
      }
    },
  }
}

/** What is nested deeper than the stack is nothing that anybody means. */
function cloned<T>(value: T): T {
  try {
    return structuredClone(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw failure(requestErrors.invalid, { detail: 'The body is nested too deeply.', cause: error })
  }
}

function rebuild(error: unknown): unknown {
  if (!isAppError(error)) return error
  const { code, kind, title } = error
  return new AppError(
    { code, kind, title },
    {
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...(error.data === undefined ? {} : { data: structuredClone(error.data) }),
      ...(error.issues === undefined ? {} : { issues: error.issues }),
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    },
  )
}
