import type { MovableClock } from '../../kit/movable-clock.ts'
import type { Webhooks } from '../webhooks.ts'

/** Something that happens by itself, at a second of billing time. */
export interface Due {
  readonly at: number
  run(): void
}

export interface Ticker {
  /** Sees to what follows from a change, and looks again what is due next; to be called after every change. */
  plan(): void
  reset(): void
}

export interface TickerParts {
  readonly clock: MovableClock
  readonly webhooks: Webhooks
  next(): Due | undefined
  /** What follows from a change. */
  afterwards(): void
  /** Keeps what has happened by itself. */
  save(): void
}

/** Lets everything happen in the order of its time, and waits for the webhooks of one before the next. */
export function createTicker({ clock, webhooks, next, afterwards, save }: TickerParts): Ticker {
  let planned: number | undefined
  const now = (): number => clock.now().getTime() / 1000

  const tick = async (): Promise<void> => {
    planned = undefined
    for (let due = next(); due !== undefined && due.at <= now(); due = next()) {
      due.run()
      afterwards()
      save()
      await webhooks.settled()
    }
    plan()
  }
  const plan = (): void => {
    afterwards()
    const due = next()
    if (due === undefined || (planned !== undefined && planned <= due.at)) return
    planned = due.at
    clock.schedule(Math.max(0, due.at - now()) * 1000, tick)
  }
  return {
    plan,
    reset() {
      planned = undefined
    },
  }
}
