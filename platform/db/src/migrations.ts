import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { roleOf, schemaOf } from './names.ts'

/** The SQL files of one module, applied in the order of their names, forward only. */
export interface MigrationSource {
  readonly module: string
  readonly directory: URL
}

export interface AppliedMigration {
  readonly module: string
  readonly name: string
}

export interface Migration extends AppliedMigration {
  readonly sql: string
  readonly checksum: string
  /** It may run again, and does when it has changed; of any other a change is refused. */
  readonly isRepeatable: boolean
}

/** Every migration of a database with these modules, in order. */
export async function migrationsOf(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const lists = await Promise.all(
    sources.map(async (source) => [await ownTables(source), ...(await filesOf(source))]),
  )
  return [await platformMigration(), ...lists.flat()]
}

/** What every schema leans on. */
export const platformMigration = (): Promise<Migration> =>
  repeatableMigration('platform', new URL('../sql/platform.sql', import.meta.url))

export async function repeatableMigration(module: string, file: URL): Promise<Migration> {
  const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1)
  return { ...toMigration(module, name, await readFile(file, 'utf8')), isRepeatable: true }
}

/** Those that this database lacks; throws when one that was applied has changed since. */
export async function pendingOf(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const applied = await checksumsOf(client)
  return migrations.filter(({ module, name, checksum, isRepeatable }) => {
    const before = applied.get(`${module}/${name}`)
    if (before !== undefined && before !== checksum && !isRepeatable) {
      throw new Error(`${module}/${name} was changed after it was applied. Add a new migration instead.`)
    }
    return before !== checksum
  })
}

/** Notes that a migration was applied as it is now. */
export async function recordMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(
    `insert into platform.migrations (module, name, checksum) values ($1, $2, $3)
      on conflict (module, name) do update set checksum = excluded.checksum, applied_at = now()`,
    [migration.module, migration.name, migration.checksum],
  )
}

async function checksumsOf(client: pg.ClientBase): Promise<Map<string, string>> {
  const known = await client.query(`select to_regclass('platform.migrations') is not null as known`)
  if (known.rows[0]?.known !== true) return new Map()
  const { rows } = await client.query<{ module: string; name: string; checksum: string }>(
    'select module, name, checksum from platform.migrations',
  )
  return new Map(rows.map(({ module, name, checksum }) => [`${module}/${name}`, checksum]))
}

async function ownTables({ module }: MigrationSource): Promise<Migration> {
  const template = await readFile(new URL('../sql/module.sql', import.meta.url), 'utf8')
  const sql = template.replaceAll(':schema', schemaOf(module)).replaceAll(':role', roleOf(module))
  return toMigration(module, '0000_platform.sql', sql)
}

async function filesOf({ module, directory }: MigrationSource): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => toMigration(module, name, await readFile(new URL(name, directory), 'utf8'))),
  )
}

const toMigration = (module: string, name: string, sql: string): Migration => ({
  module,
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
  isRepeatable: false,
})
