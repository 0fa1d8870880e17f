import type { Candidate } from './candidate.ts'

/** What the assembler knows beside the candidates. Times are epoch ms. */
export interface Surroundings {
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
  readonly surface: 'web' | 'push' | 'widget'
  readonly openTasks: number
  /** Tips of the last fourteen days, newest first. */
  readonly history: readonly PastTip[]
}

export interface PastTip {
  readonly sourceRef: string
  readonly kind: 'todo' | 'advice'
  readonly state: string
  readonly displayedAt: number | null
  readonly reactedAt: number | null
}

const dayMs = 86_400_000
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const upTo = (value: number, most: number): number => Math.min(1, Math.max(0, value / most))

/** The moment, as numbers: where the person's day and week stand, and how they took what came before. */
export function contextFeatures({ now, timeZone, surface, openTasks, history }: Surroundings) {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const angle = ((local.hour * 60 + local.minute) / 1_440) * 2 * Math.PI
  const answered = history.filter(({ reactedAt }) => reactedAt !== null).slice(0, 10)
  const of = (...states: string[]) => answered.filter(({ state }) => states.includes(state)).length
  return {
    hour_cos: round(Math.cos(angle)),
    hour_sin: round(Math.sin(angle)),
    is_weekend: local.dayOfWeek >= 6 ? 1 : 0,
    weekday: round((local.dayOfWeek - 1) / 6),
    load: round(upTo(openTasks, 50)),
    recent_done: round(share(of('done', 'acknowledged', 'saved'), answered.length)),
    recent_snoozed: round(share(of('snoozed'), answered.length)),
    recent_dismissed: round(share(of('dismissed'), answered.length)),
    streak: round(upTo(streakOf(history, local), 7)),
    is_push: surface === 'push' ? 1 : 0,
  }
}

/** Days in a row, up to today or yesterday, on which something was done. */
function streakOf(history: readonly PastTip[], local: Temporal.ZonedDateTime): number {
  const days = new Set(
    history
      .filter(
        ({ state, reactedAt }) => reactedAt !== null && ['done', 'acknowledged', 'saved'].includes(state),
      )
      .map(({ reactedAt }) =>
        Temporal.Instant.fromEpochMilliseconds(reactedAt ?? 0)
          .toZonedDateTimeISO(local.timeZoneId)
          .toPlainDate()
          .toString(),
      ),
  )
  let day = local.toPlainDate()
  if (!days.has(day.toString())) day = day.subtract({ days: 1 })
  let length = 0
  for (; days.has(day.toString()); day = day.subtract({ days: 1 })) length += 1
  return length
}

/** Shorter numbers make shorter rows; nobody's choice hangs on the ninth digit. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** Describes candidates as numbers between 0 and 1: no words, nothing that is known only afterwards. */
export function describer({ now, timeZone, history }: Surroundings) {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  // Days apart by their dates alone: a day of 23 hours is one day too.
  const midnight = Date.parse(today.toString())
  const daysUntil = (day: string | null): number | undefined =>
    day === null ? undefined : Math.round((Date.parse(day) - midnight) / dayMs)
  const past = Map.groupBy(history, ({ sourceRef }) => sourceRef)

  return (candidate: Candidate): Record<string, number> => {
    const before = past.get(candidate.ref) ?? []
    const days = daysUntil(candidate.dueOn ?? candidate.dueAt?.slice(0, 10) ?? null)
    const deadline = daysUntil(candidate.deadlineOn)
    const age = candidate.addedAt === null ? 0 : (now - Date.parse(candidate.addedAt)) / dayMs
    const shown = before.filter(({ displayedAt }) => displayedAt !== null)
    const last = shown[0]?.displayedAt ?? undefined
    return {
      due: round(days === undefined ? 0 : dueness(days)),
      is_overdue: days !== undefined && days < 0 ? 1 : 0,
      is_due_today: days === 0 ? 1 : 0,
      has_time: candidate.dueAt === null ? 0 : 1,
      deadline: round(deadline === undefined ? 0 : dueness(deadline)),
      priority: round((4 - candidate.priority) / 3),
      age: round(upTo(age, 60)),
      is_recurring: candidate.isRecurring ? 1 : 0,
      is_short: candidate.minutes !== null && candidate.minutes <= 15 ? 1 : 0,
      minutes: round(candidate.minutes === null ? 0 : upTo(candidate.minutes, 120)),
      is_part: candidate.isPartOfAnother ? 1 : 0,
      parts: round(upTo(candidate.openParts, 10)),
      labels: round(upTo(candidate.labels, 5)),
      is_advice: candidate.kind === 'advice' ? 1 : 0,
      shown_before: round(upTo(shown.length, 5)),
      snoozed_before: round(upTo(before.filter(({ state }) => state === 'snoozed').length, 3)),
      rested: round(last === undefined ? 1 : upTo((now - last) / dayMs, 7)),
    }
  }
}

/** 1 when overdue or due today, falling to 0 at two weeks. */
const dueness = (days: number): number => (days <= 0 ? 1 : 1 - upTo(days, 14))
