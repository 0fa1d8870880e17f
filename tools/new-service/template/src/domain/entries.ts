/** How many entries one person may keep. */
export const entriesMax = 1_000

export const hasRoom = (entries: number): boolean => entries < entriesMax

const keptMs = 365 * 86_400_000

/** What is older than this is not kept any more. */
export const keptFrom = (now: number): string => new Date(now - keptMs).toISOString()

/** Rows of day and label; a label that a spreadsheet would run is text to it. */
export function toCsv(entries: readonly { label: string; createdAt: string }[], timeZone: string): string {
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const rows = entries.map(({ label, createdAt }) => [days.format(new Date(createdAt)), inert(label)])
  return [['day', 'label'], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

const inert = (label: string): string => (/^[=+\-@\t]/.test(label) ? `'${label}` : label)
const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`
