import type { Clock } from '@triptych/kernel'
import { LRUCache } from 'lru-cache'

/** The epoch that each licence's copy had when it was last read. Bounded; what is forgotten is read again. */
export interface KnownEpochs {
  get(licenseId: string): number | undefined
  /** As Postgres has just said. */
  set(licenseId: string, epoch: number): void
  forget(licenseId: string): void
}

/**
 * Whoever has not heard for so long that the seats are where they were asks Postgres, before it keeps a seat on a copy that
 * may have been left behind.
 */
export const believedMs = 10_000

export function createKnownEpochs(clock: Clock): KnownEpochs {
  const epochs = new LRUCache<string, number>({ max: 20_000, ttl: believedMs, ttlResolution: 0, perf: clock })
  return {
    get: (licenseId) => epochs.get(licenseId),
    set: (licenseId, epoch) => void epochs.set(licenseId, epoch),
    forget: (licenseId) => void epochs.delete(licenseId),
  }
}
