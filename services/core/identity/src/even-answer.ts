import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '@triptych/kernel'

/** Above what either answer takes on a busy machine, below what a person notices. */
const floorMs = 150

/** Answers no sooner than the floor, so that the time does not tell which of two ways was taken. */
export async function answerEvenly<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const startedAt = clock.now()
  try {
    return await work()
  } finally {
    const restMs = floorMs - (clock.now() - startedAt)
    if (restMs > 0) await wait(restMs)
  }
}
