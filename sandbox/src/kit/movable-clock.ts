import type { Clock } from './clock.ts'

/** A provider's time: the sandbox's, moved forward by hand, with what is to happen at a later moment. */
export interface MovableClock extends Clock {
  /** How far it is ahead of the sandbox's time, in milliseconds. */
  ahead: number
  /** Runs `task` in `ms` of this clock, or as soon as the clock is moved that far. */
  schedule(ms: number, task: () => Promise<void>): void
  /** Moves the clock and waits for everything that has become due, in order. */
  advance(ms: number): Promise<void>
  reset(): void
}

/** A timer of the machine takes no longer wait (24.8 days). */
const longestWaitMs = 2 ** 31 - 1

interface Appointment {
  readonly at: number
  readonly task: () => Promise<void>
  waiting: AbortController
}

export function createMovableClock(base: Clock): MovableClock {
  let shift = 0
  const appointments = new Set<Appointment>()
  const now = (): number => base.now().getTime() + shift

  const keep = async (appointment: Appointment): Promise<void> => {
    if (!appointments.delete(appointment)) return
    appointment.waiting.abort()
    await appointment.task()
  }
  const arm = (appointment: Appointment): void => {
    appointment.waiting.abort()
    appointment.waiting = new AbortController()
    // Rejects when the appointment was kept, dropped or armed anew in the meantime.
    const remaining = appointment.at - now()
    base.wait(Math.min(remaining, longestWaitMs), appointment.waiting.signal).then(
      () => (remaining > longestWaitMs ? arm(appointment) : keep(appointment)),
      () => undefined,
    )
  }

  return {
    get ahead() {
      return shift
    },
    set ahead(ms) {
      shift = ms
    },
    now: () => new Date(now()),
    wait: base.wait,
    schedule(ms, task) {
      const appointment = { at: now() + ms, task, waiting: new AbortController() }
      appointments.add(appointment)
      arm(appointment)
    },
    async advance(ms) {
      const target = now() + ms
      for (;;) {
        const [next] = [...appointments].filter(({ at }) => at <= target).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        shift += Math.max(0, next.at - now())
        await keep(next)
      }
      shift += Math.max(0, target - now())
      for (const appointment of appointments) arm(appointment)
    },
    reset() {
      shift = 0
      for (const { waiting } of appointments) waiting.abort()
      appointments.clear()
    },
  }
}
