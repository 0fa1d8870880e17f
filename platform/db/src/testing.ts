import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { asApp, type Database, openDatabase } from './database.ts'
import type { MigrationSource } from './migrations.ts'
import { migrate, migrationFingerprint } from './migrator.ts'

export type TestDatabaseKind = 'embedded' | 'postgres'

/** A migrated database of its own; `owner` connects as its superuser, for assertions that must see everything. */
export interface TestDatabase {
  readonly kind: TestDatabaseKind
  readonly app: Database
  readonly owner: Database
  /** Runs a statement as the superuser, whom no policy binds, in a transaction of its own; the connection goes back as it was. */
  asOwner<Row = Record<string, unknown>>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  /** Where another process finds it; Postgres only. */
  readonly url?: string
  close(): Promise<void>
}

/** More to bring up to date than the modules' own schemas; `name` changes with what it does. */
export interface Preparation {
  readonly name: string
  run(owner: Database): Promise<void>
}

const nothing: Preparation = { name: '', run: () => Promise.resolve() }

/** Opens a fresh, migrated database; `postgresUrl` is a superuser's address, needed for `postgres`. */
export async function openTestDatabase(
  kind: TestDatabaseKind,
  sources: readonly MigrationSource[],
  postgresUrl?: string,
  preparation = nothing,
): Promise<TestDatabase> {
  if (kind === 'embedded') return openEmbedded(sources, preparation)
  if (postgresUrl === undefined) throw new Error('TEST_POSTGRES_URL is not set')
  return openPostgres(sources, postgresUrl, preparation)
}

async function openEmbedded(
  sources: readonly MigrationSource[],
  preparation: Preparation,
): Promise<TestDatabase> {
  const database = await openDatabase({
    kind: 'embedded',
    directory: 'memory://',
    snapshot: await snapshotOf(sources, preparation),
  })
  return {
    kind: 'embedded',
    app: asApp(database),
    owner: database,
    asOwner: ownerOf(database),
    close: () => database.close(),
  }
}

/** The embedded database has one connection, which may act as the app's role: that is put aside and comes back. */
const ownerOf =
  (database: Database): TestDatabase['asOwner'] =>
  async <Row>(statement: string, values: readonly unknown[] = []) => {
    const client = await database.pool.connect()
    try {
      await client.query('begin; set local role none')
      const query = values.length === 0 ? client.query(statement) : client.query(statement, [...values])
      return (await query).rows as Row[]
    } finally {
      // After a statement that failed, a commit is a rollback.
      await client.query('commit')
      client.release()
    }
  }

/** Starting and migrating an embedded database costs seconds; the migrated files are kept by their fingerprint. */
async function snapshotOf(sources: readonly MigrationSource[], preparation: Preparation): Promise<Blob> {
  const fingerprint = createHash('sha256')
    .update(preparation.name + (await migrationFingerprint(sources)))
    .digest('hex')
  const directory = join(tmpdir(), 'triptych-test-databases')
  const path = join(directory, `${fingerprint.slice(0, 32)}.tar`)
  if (!existsSync(path)) {
    const database = await openDatabase({ kind: 'embedded', directory: 'memory://' })
    await migrate(database, sources)
    await preparation.run(database)
    const dump = await database.dump?.()
    await database.close()
    if (dump === undefined) throw new Error('an embedded database can always be copied')
    await mkdir(directory, { recursive: true })
    const partial = `${path}.${process.pid}`
    await writeFile(partial, new Uint8Array(await dump.arrayBuffer()))
    await rename(partial, path)
  }
  return new Blob([await readFile(path)])
}

/** A crowd of calls on a busy machine waits for its turn; what is tested is what becomes of it. */
const patienceMs = 30_000

async function openPostgres(
  sources: readonly MigrationSource[],
  postgresUrl: string,
  preparation: Preparation,
): Promise<TestDatabase> {
  const name = `triptych_test_${randomBytes(6).toString('hex')}`
  await onServer(postgresUrl, `create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  const location = { kind: 'postgres', url: url.href, connectTimeoutMs: patienceMs } as const
  const owner = await openDatabase({ ...location, connectionsMax: 4 })
  await migrate(owner, sources)
  await preparation.run(owner)
  const appPool = await openDatabase({ ...location, connectionsMax: 12 })
  return {
    kind: 'postgres',
    app: asApp(appPool),
    owner,
    asOwner: ownerOf(owner),
    url: url.href,
    close: async () => {
      await appPool.close()
      await owner.close()
      await onServer(postgresUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
