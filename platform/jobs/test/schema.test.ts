import { openTestDatabase, type TestDatabase, type TestDatabaseKind } from '@triptych/db/testing'
import { getRollbackPlans } from 'pg-boss'
import queuePackage from 'pg-boss/package.json' with { type: 'json' }
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrateJobs, pendingJobMigrations } from '../src/index.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds: TestDatabaseKind[] = postgresUrl === undefined ? ['embedded'] : ['embedded', 'postgres']
const version = queuePackage.pgboss.schema
const queue = { module: 'jobs', name: `pg-boss-${version}` }
const own = { module: 'jobs', name: 'jobs.sql' }

describe.each(kinds)('the schema of the jobs on %s', (kind) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openTestDatabase(kind, [], postgresUrl)
  })
  afterEach(() => test.close())

  it('is named by the check until it is there', async () => {
    expect(await pendingJobMigrations(test.owner)).toEqual([queue, own])
    expect(await migrateJobs(test.owner, [])).toEqual([queue, own])
    expect(await pendingJobMigrations(test.owner)).toEqual([])
    expect(await migrateJobs(test.owner, [])).toEqual([])
  })

  const indexes = () =>
    test.asOwner(`select indexdef from pg_indexes where schemaname = 'jobs' order by indexname`)

  it('is named again when a release brings newer tables of the queue or of its own', async () => {
    await migrateJobs(test.owner, [])
    const fresh = await indexes()
    await test.asOwner(getRollbackPlans('jobs', version))
    expect(await pendingJobMigrations(test.owner)).toEqual([queue])
    expect(await migrateJobs(test.owner, [])).toEqual([queue])
    expect(await test.asOwner('select version from jobs.version')).toEqual([{ version }])
    expect(await indexes()).toEqual(fresh)
    await test.asOwner(
      `update platform.migrations set checksum = 'of the release before' where module = 'jobs'`,
    )
    expect(await pendingJobMigrations(test.owner)).toEqual([own])
  })
})
