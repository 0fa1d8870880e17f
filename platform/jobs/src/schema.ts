import { readFile } from 'node:fs/promises'
import { appRole, type Database, roleOf } from '@triptych/db'
import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import queuePackage from 'pg-boss/package.json' with { type: 'json' }
import { jobsSchema, runnerRole, senderRole } from './names.ts'

const lockKey = 7_261_002

/**
 * Brings the schema `jobs` up to date, as the database's owner and after the modules' own migrations. The app's role
 * may run jobs; a module's role may only add its own, inside its write transactions.
 */
export async function migrateJobs(database: Database, modules: readonly string[]): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query(`set client_min_messages = warning; select pg_advisory_lock(${lockKey})`)
    await createRole(client, runnerRole)
    await createRole(client, senderRole)
    const plan = await pendingPlan(client)
    if (plan !== undefined) await client.query(plan)
    await client.query(await readFile(new URL('../sql/jobs.sql', import.meta.url), 'utf8'))
    await client.query(`grant ${runnerRole} to ${appRole}`)
    if (modules.length > 0) await client.query(`grant ${senderRole} to ${modules.map(roleOf).join(', ')}`)
  } finally {
    await client.query(`select pg_advisory_unlock(${lockKey})`).catch(() => undefined)
    client.release(database.kind === 'postgres')
  }
}

async function pendingPlan(client: pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('${jobsSchema}.version') is not null as known`,
  )
  if (rows[0]?.known !== true) return getConstructionPlans(jobsSchema)
  const found = await client.query<{ version: number }>(`select version from ${jobsSchema}.version`)
  const version = found.rows[0]?.version ?? 0
  return version < queuePackage.pgboss.schema ? getMigrationPlans(jobsSchema, version) : undefined
}

/** Roles belong to the whole server, so another database's migration may be creating the same one now. */
async function createRole(client: pg.PoolClient, role: string): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
}
