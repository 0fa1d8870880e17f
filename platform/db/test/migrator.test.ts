import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { migrate, openDatabase, pendingMigrations } from '../src/index.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds = postgresUrl === undefined ? (['embedded'] as const) : (['embedded', 'postgres'] as const)
const notes =
  'create table notes (id uuid primary key); create policy own on notes to triptych_notes using (true);'
const stars = 'alter table notes add column stars integer;'
const step = (name: string, module = 'notes') => ({ module, name })

let directory: string
let test: TestDatabase
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'triptych-migrations-'))
})
afterEach(async () => {
  await test.close()
  await rm(directory, { recursive: true, force: true })
})

const write = (name: string, sql: string) => writeFile(join(directory, name), sql)
const sources = () => [{ module: 'notes', directory: pathToFileURL(`${directory}/`) }]

describe.each(kinds)('a migration of %s', (kind) => {
  beforeEach(async () => {
    test = await openTestDatabase(kind, [], postgresUrl)
    await write('0001_notes.sql', notes)
  })

  const bothRefuse = async (message: RegExp) => {
    await expect(pendingMigrations(test.owner, sources())).rejects.toThrow(message)
    await expect(migrate(test.owner, sources())).rejects.toThrow(message)
  }

  it('applies what the check names, and nothing is left to name', async () => {
    const all = [step('0000_platform.sql'), step('0001_notes.sql')]
    expect(await pendingMigrations(test.owner, sources())).toEqual(all)
    expect(await migrate(test.owner, sources())).toEqual(all)
    await write('0002_stars.sql', stars)
    expect(await pendingMigrations(test.owner, sources())).toEqual([step('0002_stars.sql')])
    expect(await migrate(test.owner, sources())).toEqual([step('0002_stars.sql')])
    expect(await pendingMigrations(test.owner, sources())).toEqual([])
    expect(await migrate(test.owner, sources())).toEqual([])
  })

  it('runs again what every schema leans on when that has changed', async () => {
    await test.asOwner(`update platform.migrations set checksum = 'of the release before'`)
    await test.asOwner('drop function platform.organization_id')
    expect(await pendingMigrations(test.owner, [])).toEqual([step('platform.sql', 'platform')])
    expect(await migrate(test.owner, [])).toEqual([step('platform.sql', 'platform')])
    expect(await pendingMigrations(test.owner, [])).toEqual([])
    expect(await test.asOwner('select platform.organization_id() as none')).toEqual([{ none: null }])
  })

  it('refuses a file that changed after it was applied, names it and the cure, and applies nothing', async () => {
    await migrate(test.owner, sources())
    await write('0001_notes.sql', `${notes} -- better`)
    await write('0002_stars.sql', stars)
    await bothRefuse(
      /notes\/0001_notes\.sql was changed after it was applied\. Add a new migration instead\./,
    )
    await write('0001_notes.sql', notes)
    expect(await pendingMigrations(test.owner, sources())).toEqual([step('0002_stars.sql')])
  })

  it('keeps nothing of a file that fails, and says which it was', async () => {
    await write('0002_stars.sql', `${stars} select * from nothing;`)
    await expect(migrate(test.owner, sources())).rejects.toThrow(
      /notes\/0002_stars\.sql could not be applied/,
    )
    await write('0002_stars.sql', stars)
    expect(await migrate(test.owner, sources())).toEqual([step('0002_stars.sql')])
  })

  it('is given the time that it needs', async () => {
    await write(
      '0002_long.sql',
      `create table limits as select current_setting('statement_timeout') as longest;
      create policy own on limits to triptych_notes using (true);`,
    )
    await migrate(test.owner, sources())
    expect(await test.asOwner('select longest from notes.limits')).toEqual([{ longest: '0' }])
  })
})

describe.runIf(postgresUrl !== undefined)('two migrators at once', () => {
  it('run each file once', async () => {
    test = await openTestDatabase('postgres', [], postgresUrl)
    // Whoever comes to this file waits until the test lets it go on.
    await write('0001_notes.sql', `${notes} select pg_advisory_xact_lock(1);`)
    const gate = await test.owner.pool.connect()
    const others = await Promise.all(
      [1, 2].map(() => openDatabase({ kind: 'postgres', url: test.url ?? '', connectionsMax: 1 })),
    )
    try {
      await gate.query('select pg_advisory_lock(1)')
      const migrations = Promise.all(others.map((database) => migrate(database, sources())))
      await Promise.race([
        migrations,
        vi.waitUntil(async () => (await waiting()) === others.length, { timeout: 20_000 }),
      ])
      await gate.query('select pg_advisory_unlock(1)')
      const applied = (await migrations).toSorted((one, other) => one.length - other.length)
      expect(applied).toEqual([[], [step('0000_platform.sql'), step('0001_notes.sql')]])
    } finally {
      gate.release(true)
      await Promise.all(others.map((database) => database.close()))
    }
  })

  async function waiting(): Promise<number> {
    const [row] = await test.asOwner<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    )
    return row?.waiting ?? 0
  }
})
