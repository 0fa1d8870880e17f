/** Until a person has answered so often, their hour is not known. */
const fewest = 5
const standardHour = 9

/** The hour of a person's own day in which they answer most; nine until there is data, the earliest of equal ones. */
export function reminderHour(answeredAt: readonly string[], timeZone: string): number {
  if (answeredAt.length < fewest) return standardHour
  const counts = Array.from({ length: 24 }, () => 0)
  for (const moment of answeredAt) {
    const { hour } = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  return counts.indexOf(Math.max(...counts))
}
