/** A calendar's own lines, and its components as they are written: one that is malformed cannot spoil the others. */
export interface CalendarText {
  readonly frame: string
  readonly components: readonly { readonly name: string; readonly text: string }[]
}

const boundary = /^(BEGIN|END):\s*([\w-]+)\s*$/i

/** Throws when something ends that was not begun, or does not end. */
export function splitCalendar(text: string): CalendarText {
  const open: string[] = []
  const frame: string[] = []
  const components: { name: string; lines: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, verb, word = ''] = boundary.exec(line) ?? []
    const name = word.toLowerCase()
    const isBegin = verb?.toUpperCase() === 'BEGIN'
    if (isBegin) open.push(name)
    if (isBegin && open.length === 2) components.push({ name, lines: [] })
    const lines = open.length > 1 ? components.at(-1)?.lines : frame
    lines?.push(line)
    if (verb !== undefined && !isBegin && open.pop() !== name) throw new Error('an end without a beginning')
  }
  if (open.length > 0) throw new Error('a beginning without an end')
  return {
    frame: frame.join('\r\n'),
    components: components.map(({ name, lines }) => ({ name, text: lines.join('\r\n') })),
  }
}
