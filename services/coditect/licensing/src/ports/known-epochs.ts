import type { Clock } from '@triptych/kernel'
import { LRUCache } from 'lru-cache'

/** The epoch that each licence's copy had when it was last read. Bounded; what is forgotten is read again. */
export interface KnownEpochs {
  get(licenseId: string): number | undefined
  /** As it was just read in Postgres. */
  set(licenseId: string, epoch: number): void
  forget(licenseId: string): void
}

/**
 * `ttl` is well below a lease: whoever has not heard for so long that the seats were moved asks, before it keeps a seat on a
 * copy that was left behind and whose time in Postgres is over.
 */
export function createKnownEpochs(clock: Clock): KnownEpochs {
  const epochs = new LRUCache<string, number>({ max: 20_000, ttl: 60_000, ttlResolution: 0, perf: clock })
  return {
    get: (licenseId) => epochs.get(licenseId),
    set: (licenseId, epoch) => void epochs.set(licenseId, epoch),
    forget: (licenseId) => void epochs.delete(licenseId),
  }
}
