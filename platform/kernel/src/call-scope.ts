import type { Clock } from './clock.ts'
import type { Context } from './context.ts'
import type { Operation } from './contract.ts'
import { failure, requestErrors } from './error.ts'

/** The callee's own deadline and abort signal, never later than the caller's. */
export interface CallScope {
  readonly context: Context
  /** The work, or `request.timeout` when the deadline comes first. */
  race<T>(work: Promise<T>): Promise<T>
  close(): void
}

export function openScope(context: Context, operation: Operation, clock: Clock): CallScope {
  const deadline = Math.min(context.deadline, clock.now() + operation.timeoutMs)
  const remainingMs = deadline - clock.now()
  if (remainingMs <= 0) throw failure(requestErrors.timeout)
  const abort = new AbortController()
  const expired = Promise.withResolvers<never>()
  expired.promise.catch(() => undefined)
  const expire = () => {
    const error = failure(requestErrors.timeout)
    abort.abort(error)
    expired.reject(error)
  }
  const cancel = () => abort.abort(context.signal.reason)
  const timer = setTimeout(expire, remainingMs)
  context.signal.addEventListener('abort', cancel, { once: true })
  return {
    context: { ...context, deadline, signal: abort.signal },
    race: (work) => Promise.race([work, expired.promise]),
    close: () => {
      clearTimeout(timer)
      context.signal.removeEventListener('abort', cancel)
    },
  }
}
