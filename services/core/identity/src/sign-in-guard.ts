import { createHash } from 'node:crypto'
import { failure } from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import { errors } from './contract/errors.ts'

/** From where somebody tries an account: a device that has signed in to it before, or an address. */
export interface Attempt {
  readonly email: string
  readonly device: string | undefined
  readonly ip: string | undefined
}

/**
 * Slows down guessing, shared by all processes. It counts an account together with the place that tries it, so that
 * nobody can lock the owner out from elsewhere; a device that has signed in before has a count of its own.
 */
export interface SignInGuard {
  /** Counts an attempt; throws `identity.too_many_attempts` when it comes too early. */
  admit(attempt: Attempt): Promise<void>
  /** The password was right: the count begins anew. */
  clear(attempt: Attempt): Promise<void>
}

const freeAttempts = 5
const firstWaitMs = 2_000
const longestWaitMs = 15 * 60_000
const rememberedMs = 3_600_000

export function createSignInGuard(kv: Kv): SignInGuard {
  return {
    async admit(attempt) {
      const keys = keysOf(attempt)
      // Without the shared counters the limits of the edge remain; refusing everybody would help an attacker.
      const count = await kv.increment(keys.count, 1, rememberedMs).catch(() => 0)
      if (count <= freeAttempts) return
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (count - freeAttempts - 1))
      const isFirst = await kv.set(keys.wait, '1', { ttlMs: waitMs, ifAbsent: true }).catch(() => true)
      if (!isFirst) throw failure(errors.too_many_attempts, { retryAfterMs: waitMs })
    },
    async clear(attempt) {
      const keys = keysOf(attempt)
      await Promise.all([kv.delete(keys.count), kv.delete(keys.wait)]).catch(() => undefined)
    },
  }
}

function keysOf({ email, device, ip }: Attempt) {
  const place = device === undefined ? `ip:${ip ?? ''}` : `device:${device}`
  const who = createHash('sha256').update(`${email} ${place}`).digest('base64url')
  return { count: `identity:attempts:${who}`, wait: `identity:wait:${who}` }
}
