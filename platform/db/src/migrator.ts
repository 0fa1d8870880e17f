import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { appRole, type Database, relayRole } from './database.ts'
import { lookupRoleOf, roleOf, schemaOf } from './names.ts'

/** The SQL files of one module, applied in the order of their names, forward only. */
export interface MigrationSource {
  readonly module: string
  readonly directory: URL
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export interface AppliedMigration {
  readonly module: string
  readonly name: string
}

const lockKey = 7_261_001

/** Brings every module's schema up to date, once, under a lock. Returns what was applied. */
export async function migrate(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<AppliedMigration[]> {
  return underLock(database, async (client) => {
    await client.query(await readFile(new URL('../sql/platform.sql', import.meta.url), 'utf8'))
    await createRole(client, appRole, 'login')
    await createRole(client, relayRole, 'nologin')
    await client.query(`grant ${relayRole} to ${appRole}; grant usage on schema platform to public`)
    const applied: AppliedMigration[] = []
    for (const source of sources) applied.push(...(await migrateModule(client, source)))
    return applied
  })
}

/** What `migrate` would apply; throws when a file that was applied has changed since. */
export async function pendingMigrations(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<AppliedMigration[]> {
  const client = await database.pool.connect()
  try {
    const known = await client.query(`select to_regclass('platform.migrations') is not null as known`)
    const lists = await Promise.all(sources.map(loadMigrations))
    const all = sources.flatMap((source, index) =>
      (lists[index] ?? []).map((migration) => ({ module: source.module, name: migration.name, migration })),
    )
    if (known.rows[0]?.known !== true) return all.map(({ module, name }) => ({ module, name }))
    const pending = []
    for (const { module, name, migration } of all) {
      if (!(await isApplied(client, module, migration))) pending.push({ module, name })
    }
    return pending
  } finally {
    client.release()
  }
}

/** Changes whenever any migration or the way of applying them does; for caches of migrated databases. */
export async function migrationFingerprint(sources: readonly MigrationSource[]): Promise<string> {
  const own = await Promise.all([
    readFile(new URL('../sql/platform.sql', import.meta.url), 'utf8'),
    readFile(new URL(import.meta.url), 'utf8'),
    ...sources.map((source) => platformTables(source.module).then((migration) => migration.checksum)),
  ])
  const lists = await Promise.all(sources.map(loadMigrations))
  return JSON.stringify([
    own,
    sources.map((source) => source.module),
    lists.flat().map((migration) => migration.checksum),
  ])
}

async function underLock<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query(`set client_min_messages = warning; select pg_advisory_lock(${lockKey})`)
    return await work(client)
  } finally {
    await client.query(`select pg_advisory_unlock(${lockKey})`).catch(() => undefined)
    client.release(database.kind === 'postgres')
  }
}

async function migrateModule(client: pg.PoolClient, source: MigrationSource): Promise<AppliedMigration[]> {
  const { module } = source
  await prepareSchema(client, module)
  const own = await platformTables(module)
  const applied: AppliedMigration[] = []
  for (const migration of [own, ...(await loadMigrations(source))]) {
    if (await isApplied(client, module, migration)) continue
    await apply(client, module, migration)
    applied.push({ module, name: migration.name })
  }
  return applied
}

async function prepareSchema(client: pg.PoolClient, module: string): Promise<void> {
  const [schema, role, lookup] = [schemaOf(module), roleOf(module), lookupRoleOf(module)]
  await createRole(client, role, 'nologin')
  await createRole(client, lookup, 'nologin')
  await client.query(`
    create schema if not exists ${schema};
    grant ${role} to ${appRole};
    grant usage on schema ${schema} to ${role}, ${lookup};
    alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema ${schema} grant usage on sequences to ${role};
  `)
}

/** Roles belong to the whole server, so another database's migration may be creating the same one now. */
async function createRole(client: pg.PoolClient, role: string, login: 'login' | 'nologin'): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} ${login} nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
}

async function platformTables(module: string): Promise<Migration> {
  const template = await readFile(new URL('../sql/module.sql', import.meta.url), 'utf8')
  const sql = template.replaceAll(':schema', schemaOf(module)).replaceAll(':role', roleOf(module))
  return toMigration('0000_platform.sql', sql)
}

async function loadMigrations(source: MigrationSource): Promise<Migration[]> {
  const names = (await readdir(source.directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => toMigration(name, await readFile(new URL(name, source.directory), 'utf8'))),
  )
}

const toMigration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

async function isApplied(client: pg.PoolClient, module: string, migration: Migration): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string }>(
    'select checksum from platform.migrations where module = $1 and name = $2',
    [module, migration.name],
  )
  const checksum = rows[0]?.checksum
  if (checksum !== undefined && checksum !== migration.checksum) {
    throw new Error(
      `${module}/${migration.name} was changed after it was applied. Add a new migration instead.`,
    )
  }
  return checksum !== undefined
}

async function apply(client: pg.PoolClient, module: string, migration: Migration): Promise<void> {
  const schema = schemaOf(module)
  try {
    await client.query(`begin; set local search_path = ${schema}, platform, pg_temp; ${migration.sql}`)
    await forceRowSecurity(client, schema)
    // Default privileges of a schema can only add to what everybody may do, so the right is taken back here.
    await client.query(`revoke execute on all functions in schema ${schema} from public`)
    await handOverDefiners(client, module)
    await client.query('insert into platform.migrations (module, name, checksum) values ($1, $2, $3)', [
      module,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`${module}/${migration.name} could not be applied: ${(cause as Error).message}`, {
      cause,
    })
  }
}

/** Functions that see more than their caller run as the module's lookup role, and only the module may call them. */
async function handOverDefiners(client: pg.PoolClient, module: string): Promise<void> {
  const [schema, role, lookup] = [schemaOf(module), roleOf(module), lookupRoleOf(module)]
  const { rows } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = $1 and p.prosecdef`,
    [schema],
  )
  if (rows.length === 0) return
  // Only who may create there may own.
  const statements = rows.map(
    ({ name }) => `alter function ${name} owner to ${lookup}; grant execute on function ${name} to ${role};`,
  )
  await client.query(
    `grant create on schema ${schema} to ${lookup}; ${statements.join(' ')} revoke create on schema ${schema} from ${lookup}`,
  )
}

/** Row-level security on every table, by rule and not by memory; a table without a policy is a mistake. */
async function forceRowSecurity(client: pg.PoolClient, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string; policies: number }>(
    `select c.relname as name, (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p')`,
    [schema],
  )
  for (const table of rows) {
    if (table.policies === 0) throw new Error(`the table ${schema}.${table.name} has no policy`)
    await client.query(
      `alter table ${schema}.${table.name} enable row level security;
       alter table ${schema}.${table.name} force row level security`,
    )
  }
}
