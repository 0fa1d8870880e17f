type Item = Readonly<Record<string, unknown>>

/** A section for people: one heading a record, its fields as a list, texts as they were written. */
export function sectionToMarkdown(title: string, items: readonly Item[]): string {
  const records = items.map((item, index) => `## ${headingOf(item, index)}\n\n${fieldsOf(item, '')}`)
  return `# ${title}\n\n${items.length === 0 ? 'Nothing is held here.\n' : records.join('\n')}`
}

function headingOf(item: Item, index: number): string {
  const at = item['created_at'] ?? item['occurred_at'] ?? item['granted_at']
  return typeof at === 'string' ? `${index + 1} · ${at}` : String(index + 1)
}

const wordsOf = (key: string): string => key.replaceAll('_', ' ')

function fieldsOf(item: Item, indent: string): string {
  return Object.entries(item)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${indent}- **${wordsOf(key)}**:${valueOf(value, `${indent}  `)}\n`)
    .join('')
}

function valueOf(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' none'
    return value.map((part) => `\n${indent}-${valueOf(part, `${indent}  `)}`).join('')
  }
  if (typeof value === 'object' && value !== null) return `\n${fieldsOf(value as Item, indent)}`.trimEnd()
  const text = String(value)
  if (!/[\r\n]/.test(text)) return ` ${text}`
  return `\n\n${text
    .split(/\r\n|\r|\n/)
    .map((row) => `${indent}> ${row}`)
    .join('\n')}`
}
