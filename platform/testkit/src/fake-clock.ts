import type { Clock } from '@triptych/kernel'

/** A clock that goes on by itself and can be put forward. */
export interface MovableClock extends Clock {
  advance(ms: number): void
}

/** Runs with the machine's time plus what a test has added. */
export function createMovableClock(): MovableClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms
    },
  }
}
