import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { appRole, type Database, relayRole } from './database.ts'
import {
  type AppliedMigration,
  type Migration,
  type MigrationSource,
  migrationsOf,
  pendingOf,
  platformMigration,
  recordMigration,
} from './migrations.ts'
import { lookupRoleOf, roleOf, schemaOf } from './names.ts'
import { withClient } from './with-client.ts'

const lockKey = `hashtextextended('platform.migrations', 0)`

/** Brings every module's schema up to date, once, under a lock. Returns what was applied. */
export async function migrate(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<AppliedMigration[]> {
  return whileMigrating(database, async (client) => {
    const pending = await pendingOf(client, await migrationsOf(sources))
    await client.query((await platformMigration()).sql)
    await createRole(client, appRole, 'login')
    await createRole(client, relayRole, 'nologin')
    await client.query(`grant ${relayRole} to ${appRole}; grant usage on schema platform to public`)
    for (const { module } of sources) await prepareSchema(client, module)
    for (const migration of pending) {
      await (migration.isRepeatable ? recordMigration(client, migration) : apply(client, migration))
    }
    return namesOf(pending)
  })
}

/** What `migrate` would apply; throws when a file that was applied has changed since. */
export async function pendingMigrations(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<AppliedMigration[]> {
  return withClient(database, async (client) => namesOf(await pendingOf(client, await migrationsOf(sources))))
}

/** Changes whenever any migration or the way of applying them does; for caches of migrated databases. */
export async function migrationFingerprint(sources: readonly MigrationSource[]): Promise<string> {
  const migrations = await migrationsOf(sources)
  return JSON.stringify([
    await readFile(new URL(import.meta.url), 'utf8'),
    sources.map((source) => source.module),
    migrations.map((migration) => migration.checksum),
  ])
}

/** Changes to the schema are made by one process at a time, however long they take. */
export async function whileMigrating<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query(
      `set client_min_messages = warning; set statement_timeout = 0; select pg_advisory_lock(${lockKey})`,
    )
    return await work(client)
  } finally {
    await client.query(`select pg_advisory_unlock(${lockKey})`).catch(() => undefined)
    client.release(database.kind === 'postgres')
  }
}

const namesOf = (migrations: readonly Migration[]): AppliedMigration[] =>
  migrations.map(({ module, name }) => ({ module, name }))

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
export async function createRole(
  client: pg.PoolClient,
  role: string,
  login: 'login' | 'nologin',
): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} ${login} nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const { module } = migration
  const schema = schemaOf(module)
  try {
    await client.query(`begin; set local search_path = ${schema}, platform, pg_temp; ${migration.sql}`)
    await forceRowSecurity(client, schema)
    // Default privileges of a schema can only add to what everybody may do, so the right is taken back here.
    await client.query(`revoke execute on all functions in schema ${schema} from public`)
    await handOverDefiners(client, module)
    await recordMigration(client, migration)
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
