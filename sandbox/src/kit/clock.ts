import { setTimeout as delay } from 'node:timers/promises'

/** Time as the sandbox sees it. Every provider gets it injected. */
export interface Clock {
  now(): Date
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  wait: async (ms, signal) => {
    if (ms > 0) await delay(ms, undefined, signal === undefined ? {} : { signal })
  },
}
