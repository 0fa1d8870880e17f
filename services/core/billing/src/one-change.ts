import { failure, isFailure } from '@triptych/kernel'
import { kvErrors } from '@triptych/kv'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'

/** Longer than everything that one change asks of Stripe, each with its second try. */
const leaseMs = 120_000

/**
 * What an organisation asks Stripe to change is asked one after the other, so that each begins with what the last one led
 * to. While shared memory is away nobody waits: what is taken in afterwards agrees with Stripe also without this.
 */
export async function oneChangeAtATime<T>(
  { kv }: Pick<Deps, 'kv'>,
  organizationId: string,
  change: () => Promise<T>,
): Promise<T> {
  const lock = await kv.lock(`billing:change:${organizationId}`, leaseMs).catch((error: unknown) => {
    if (isFailure(error, kvErrors.unavailable)) return undefined
    throw error
  })
  if (lock === null) throw failure(errors.change_under_way)
  try {
    return await change()
  } finally {
    // A lease that cannot be given back ends by itself.
    await lock?.release().catch(() => false)
  }
}
