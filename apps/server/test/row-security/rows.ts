import type { Owner, Table } from './catalogue.ts'

/** Three accounts that share nothing. Nobody has a row of the last one. */
export const people = {
  ada: '0a000000-0000-7000-8000-00000000000a',
  ben: '0b000000-0000-7000-8000-00000000000b',
  stranger: '0c000000-0000-7000-8000-00000000000c',
} as const

const byType: Readonly<Record<string, (id: string) => string>> = {
  uuid: (id) => id,
  bytea: (id) => `\\x${id.replaceAll('-', '')}`,
  boolean: () => 'true',
  json: () => '{}',
  jsonb: () => '{}',
  inet: () => '127.0.0.1',
  date: () => '2026-01-01',
  interval: () => '1 day',
}

export function valueOf(type: string, id: string): string {
  if (type.endsWith('[]')) return '{}'
  const known = byType[type]
  if (known !== undefined) return known(id)
  const number = Number.parseInt(id.slice(0, 2), 16)
  if (type.startsWith('timestamp')) return `2026-01-${number} 00:00:00+00`
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return String(number)
  return `text of ${id}`
}

/** A row in which every reference points at one person, whatever the table calls them. */
export function insertRow(table: Table, id: string): string {
  const columns = table.columns.map((column) => `"${column.name}"`)
  const values = table.columns.map((column) => `'${valueOf(column.type, id)}'`)
  return `insert into ${table.schema}.${table.name} (${columns.join(', ')}) values (${values.join(', ')})`
}

/** Rows of two people in every table. Constraints on values go, so that any row can stand alone; policies stay. */
export async function plantRows(owner: Owner, tables: readonly Table[]): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as statement
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype in ('c', 'f', 'x') and n.nspname = any ($1)`,
    [[...new Set(tables.map((table) => table.schema))]],
  )
  for (const { statement } of rows) await owner.query(statement)
  for (const table of tables) {
    await owner.query(`truncate ${table.schema}.${table.name} cascade`)
    await owner.query(insertRow(table, people.ada))
    await owner.query(insertRow(table, people.ben))
  }
}
