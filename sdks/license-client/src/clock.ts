import { uptime } from 'node:os'

export interface Clock {
  /** Epoch milliseconds of the system, which its user may set to anything. */
  now(): number
  /** Milliseconds since some moment: never runs back, whatever is set, and counts sleep. */
  elapsed(): number
  /** Never keeps the process alive. Returns what cancels it. */
  timer(ms: number, action: () => void): () => void
}

export function createSystemClock(): Clock {
  const start = performance.now()
  const startUptime = readUptime()
  let latest = 0
  return {
    now: Date.now,
    elapsed: () => {
      // Linux stops the timers' clock while the machine sleeps; the time since boot goes on.
      latest = Math.max(latest, performance.now() - start, readUptime() - startUptime)
      return latest
    },
    timer: (ms, action) => {
      const timer = setTimeout(action, ms).unref()
      return () => clearTimeout(timer)
    },
  }
}

function readUptime(): number {
  try {
    return uptime() * 1_000
  } catch {
    return 0
  }
}

/** The longest a timer is trusted: a machine that slept notices after so long. */
const longestNapMs = 20_000

/** Waits until `elapsed()` has come to this, or the signal aborts. */
export function waitUntil(clock: Clock, due: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let cancel = (): void => {}
    const nap = (): void => {
      const leftMs = due - clock.elapsed()
      if (signal.aborted || leftMs <= 0) end()
      else cancel = clock.timer(Math.min(leftMs, longestNapMs), nap)
    }
    const end = (): void => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    nap()
  })
}

/** Keeps the process alive until this is settled. */
export async function held<T>(work: Promise<T>): Promise<T> {
  const hold = setInterval(() => {}, 60_000)
  try {
    return await work
  } finally {
    clearInterval(hold)
  }
}
