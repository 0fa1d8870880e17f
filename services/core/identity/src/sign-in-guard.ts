import { createHash } from 'node:crypto'
import { failure } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Counters } from './counters.ts'

/** From where somebody tries an account: a device that has signed in to it before, or an address. */
export interface Attempt {
  readonly email: string
  readonly device: string | undefined
  readonly ip: string | undefined
}

/**
 * Slows down guessing, shared by all processes. It counts an account together with the place that tries it; all places
 * that are no known device have so many tries a day between them, wherever they are. A known device has tries of its
 * own, so that nobody can lock the owner out, and setting a new password from a mail makes a device known.
 */
export interface SignInGuard {
  /** Counts an attempt; throws `identity.too_many_attempts` when it comes too early. */
  admit(attempt: Attempt): Promise<void>
  /** The password was right: the place's count begins anew, and the attempt was no guess. */
  clear(attempt: Attempt): Promise<void>
}

const freeAttempts = 5
const firstWaitMs = 2_000
const longestWaitMs = 15 * 60_000
const rememberedMs = 3_600_000

/** More than its person needs on new devices, too few to guess with. */
const strangersAttempts = 50
const dayMs = 24 * 3_600_000

export function createSignInGuard(counters: Counters): SignInGuard {
  const waitYourTurn = async (keys: Keys) => {
    const count = await counters.increment(keys.count, 1, rememberedMs)
    if (count <= freeAttempts) return
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (count - freeAttempts - 1))
    const isFirst = await counters.set(keys.wait, '1', { ttlMs: waitMs, ifAbsent: true })
    if (!isFirst) throw failure(errors.too_many_attempts, { retryAfterMs: waitMs })
  }
  const countStranger = (keys: Keys, by: 1 | -1) =>
    counters.incrementBounded({ key: keys.strangers, by, limit: strangersAttempts, ttlMs: dayMs })

  return {
    async admit(attempt) {
      const keys = keysOf(attempt)
      await waitYourTurn(keys)
      if (attempt.device !== undefined) return
      const { ok } = await countStranger(keys, 1)
      if (!ok) throw failure(errors.too_many_attempts, { retryAfterMs: dayMs })
    },
    async clear(attempt) {
      const keys = keysOf(attempt)
      await Promise.all([counters.delete(keys.count), counters.delete(keys.wait)])
      if (attempt.device === undefined) await countStranger(keys, -1)
    },
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

function keysOf({ email, device, ip }: Attempt) {
  const who = digestOf(`${email} ${device === undefined ? `ip:${ip ?? ''}` : `device:${device}`}`)
  return {
    count: `identity:attempts:${who}`,
    wait: `identity:wait:${who}`,
    strangers: `identity:strangers:${digestOf(email)}`,
  }
}

type Keys = ReturnType<typeof keysOf>
