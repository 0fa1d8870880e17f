import { AppError, defineErrors } from '@triptych/kernel'

export const kvErrors = defineErrors('kv', {
  unavailable: {
    kind: 'unavailable',
    title: 'Shared counters are not reachable right now. Try again shortly.',
  },
  not_a_counter: { kind: 'internal', title: 'The key holds a value that is not a whole number.' },
})

/** The store did not answer in time. What it was asked to do may or may not have happened. */
export const kvUnavailable = (cause: unknown): AppError => new AppError(kvErrors.unavailable, { cause })

export const notACounter = (): AppError => new AppError(kvErrors.not_a_counter)

export function requireWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number`)
}

export function requireLife(ttlMs: number): void {
  requireWhole('ttlMs', ttlMs)
  if (ttlMs < 1) throw new RangeError('ttlMs must be at least 1')
}
