const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A timestamp in the reader’s own zone. */
export const at = (timestamp: string): string => moment.format(new Date(timestamp))
export const onDay = (timestamp: string): string => day.format(new Date(timestamp))

/** A calendar day, which has no zone: `2026-11-20` → `20 Nov`. */
export const calendarDay = (isoDate: string): string => shortDay.format(new Date(`${isoDate}T00:00:00Z`))

const dayMs = 86_400_000

/** The last so many days until today, in the reader’s zone, as ISO dates. */
export function lastDays(days: number, now: Date): { readonly from: string; readonly to: string } {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
  return { from: iso(today - (days - 1) * dayMs), to: iso(today) }
}
