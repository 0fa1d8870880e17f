import { hash, verify } from '@node-rs/argon2'
import { failure, requestErrors } from '@triptych/kernel'
import { bulkhead, BulkheadRejectedError } from 'cockatiel'

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const concurrentMax = 4
const waitingMax = 200
/** Each hash takes memory and a core: more at once would only make all of them late. */
const gate = bulkhead(concurrentMax, waitingMax)

async function gated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await gate.execute(work)
  } catch (error) {
    if (error instanceof BulkheadRejectedError)
      throw failure(requestErrors.unavailable, { retryAfterMs: 2_000 })
    throw error
  }
}

/** The same characters typed on two keyboards are one password. */
const normal = (password: string): string => password.normalize('NFC')

/** Verified where no account exists, so that the answer takes equally long. */
let absent: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => gated(() => hash(normal(password), cost))

export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  absent ??= hash('no such account', cost)
  const compared = stored ?? (await absent)
  const matches = await gated(() => verify(compared, normal(password)))
  return matches && stored !== null && stored !== undefined
}
