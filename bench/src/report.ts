/** A threshold and what was measured. */
export interface Check {
  readonly what: string
  readonly target: string
  readonly measured: string
  readonly holds: boolean
}

/** One table of the results page. */
export interface Section {
  readonly title: string
  /** What is compared with what. */
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly checks: readonly Check[]
}

export interface Benchmark {
  readonly name: string
  run(settings: BenchSettings): Promise<Section>
}

export interface BenchSettings {
  /** A superuser's address on a Postgres server. */
  readonly postgresUrl: string
  /** Where to write CPU profiles of the server; undefined does not profile. */
  readonly profileDirectory: string | undefined
  /** Handed on to the programs that are started. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

export const count = (value: number): string => Math.round(value).toLocaleString('en')
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`
export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

/** Markdown with columns of equal width, so that it reads well at a terminal too. */
export function renderTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
  return [
    line(columns),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.map(line),
  ].join('\n')
}

export function renderSection(section: Section): string {
  const checks = section.checks.map(
    ({ what, target, measured, holds }) =>
      `- ${holds ? 'holds' : 'FAILS'}: ${what} ${target}, measured ${measured}`,
  )
  return [
    `## ${section.title}`,
    section.about,
    section.rows.length === 0 ? '' : renderTable(section.columns, section.rows),
    checks.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
