import {
  type AppliedMigration,
  appRole,
  createRole,
  type Database,
  pendingOf,
  recordMigration,
  repeatableMigration,
  roleOf,
  whileMigrating,
  withClient,
} from '@triptych/db'
import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import queuePackage from 'pg-boss/package.json' with { type: 'json' }
import { jobsSchema, runnerRole, senderRole } from './names.ts'

/**
 * Brings the schema `jobs` up to date, as the database's owner and after the modules' own migrations. The app's role
 * may run jobs; a module's role may only add its own, inside its write transactions. Returns what was applied.
 */
export async function migrateJobs(
  database: Database,
  modules: readonly string[],
): Promise<AppliedMigration[]> {
  return whileMigrating(database, async (client) => {
    const pending = await pendingIn(client)
    await createRole(client, runnerRole, 'nologin')
    await createRole(client, senderRole, 'nologin')
    if (pending.queuePlan !== undefined) await client.query(pending.queuePlan)
    const own = await ownMigration()
    await client.query(own.sql)
    await recordMigration(client, own)
    await client.query(`grant ${runnerRole} to ${appRole}`)
    if (modules.length > 0) await client.query(`grant ${senderRole} to ${modules.map(roleOf).join(', ')}`)
    return pending.names
  })
}

/** What `migrateJobs` would apply. */
export const pendingJobMigrations = (database: Database): Promise<AppliedMigration[]> =>
  withClient(database, async (client) => (await pendingIn(client)).names)

const ownMigration = () => repeatableMigration(jobsSchema, new URL('../sql/jobs.sql', import.meta.url))

async function pendingIn(client: pg.ClientBase) {
  const queuePlan = await pendingQueuePlan(client)
  const own = await pendingOf(client, [await ownMigration()])
  const names: AppliedMigration[] = [
    ...(queuePlan === undefined
      ? []
      : [{ module: jobsSchema, name: `pg-boss-${queuePackage.pgboss.schema}` }]),
    ...own.map(({ module, name }) => ({ module, name })),
  ]
  return { queuePlan, names }
}

/** The queue keeps the version of its tables itself. */
async function pendingQueuePlan(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('${jobsSchema}.version') is not null as known`,
  )
  if (rows[0]?.known !== true) return getConstructionPlans(jobsSchema)
  const found = await client.query<{ version: number }>(`select version from ${jobsSchema}.version`)
  const version = found.rows[0]?.version ?? 0
  if (version >= queuePackage.pgboss.schema) return undefined
  // Indexes built concurrently would refuse to be part of a script, and would wait for whoever waits for our lock.
  return getMigrationPlans(jobsSchema, version).replaceAll(' CONCURRENTLY', '')
}
