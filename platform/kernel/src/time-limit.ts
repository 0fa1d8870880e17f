import { failure, requestErrors } from './error.ts'

/** Waits for a part of the work, but not past the limit. */
export type InTime = <T>(part: Promise<T>) => Promise<T>

/**
 * Runs work that nobody waits for (a job, a consumer) and ends it with `request.timeout` when a part that it wraps in
 * `inTime` does not end by itself. Wall time, as a hang is real under any clock.
 */
export async function withTimeLimit<T>(
  timeoutMs: number,
  work: (signal: AbortSignal, inTime: InTime) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const over = Promise.withResolvers<never>()
  over.promise.catch(() => undefined)
  const timer = setTimeout(() => {
    const reason = failure(requestErrors.timeout)
    controller.abort(reason)
    over.reject(reason)
  }, timeoutMs)
  try {
    return await work(controller.signal, (part) => Promise.race([part, over.promise]))
  } finally {
    clearTimeout(timer)
  }
}

/** Waits for `work`, but no longer than `deadlineMs` of wall time: for stopping, where waiting must end. */
export async function withinDeadline(deadlineMs: number, work: () => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => over.resolve(undefined), deadlineMs)
  try {
    await Promise.race([work(), over.promise])
  } finally {
    clearTimeout(timer)
  }
}
