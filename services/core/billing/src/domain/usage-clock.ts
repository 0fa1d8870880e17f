import type { Meter } from './plan.ts'
import { type UsageWindow, windowOf } from './windows.ts'

/** By which time zone somebody's days or weeks are counted. */
export interface UsageClock {
  readonly timeZone: string
  /** Epoch ms of the end of the running window. */
  readonly windowEndsAt: number
  /** Epoch ms of the last move to another zone; null before the first. */
  readonly movedAt: number | null
}

/** A move can gain a window; more of them in this time would gain an allowance. */
export const moveEveryMs = 30 * 24 * 3_600_000

export interface Running {
  readonly clock: UsageClock
  readonly window: UsageWindow
}

/**
 * The window that is running. Who moves to another time zone keeps the running one to its end; the next begins by the
 * new zone's clock, at most once in thirty days.
 */
export function runningWindow(
  meter: Meter,
  kept: UsageClock | undefined,
  { timeZone, now }: { timeZone: string; now: number },
): Running {
  const moves = kept !== undefined && mayMove(kept, now) && kept.timeZone !== timeZone
  const zone = kept === undefined || moves ? timeZone : kept.timeZone
  const window = windowOf(meter, now, zone)
  const movedAt = moves ? now : (kept?.movedAt ?? null)
  return { clock: { timeZone: zone, windowEndsAt: window.endsAt, movedAt }, window }
}

const mayMove = (kept: UsageClock, now: number): boolean =>
  now >= kept.windowEndsAt && (kept.movedAt === null || now - kept.movedAt >= moveEveryMs)
