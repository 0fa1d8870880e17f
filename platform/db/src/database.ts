import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'
import { typeParsers } from './type-parsers.ts'

/** The driver's client class, for tracing to wrap. */
export const PostgresClient = pg.Client

export const appRole = 'triptych_app'
export const relayRole = 'triptych_relay'

/** Where rows live: a Postgres server, or an embedded Postgres in a directory (`memory://` for tests). */
export type DatabaseLocation =
  | {
      readonly kind: 'postgres'
      readonly url: string
      readonly connectionsMax?: number
      /** How long a caller waits for a free connection; 5 s unless said. */
      readonly connectTimeoutMs?: number
    }
  | { readonly kind: 'embedded'; readonly directory: string; readonly snapshot?: Blob }

/** A pool of connections and who they are. Nothing outside this package runs a query on it directly. */
export interface Database {
  readonly kind: DatabaseLocation['kind']
  readonly pool: pg.Pool
  /** Whether a connection takes further statements before it has answered the first, and keeps them prepared. */
  readonly isPipelined: boolean
  /** Copies an embedded database, for tests that start from a migrated one. */
  readonly dump?: () => Promise<Blob>
  close(): Promise<void>
}

const statementTimeoutMs = 30_000
const connectTimeoutMs = 5_000

/** Opens connections as the database's own user: for migrations and for `asApp`. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.kind === 'postgres' ? openPostgres(location) : openEmbedded(location)
}

function openPostgres(location: DatabaseLocation & { kind: 'postgres' }): Database {
  const pool = new pg.Pool({
    connectionString: location.url,
    max: location.connectionsMax ?? 16,
    connectionTimeoutMillis: location.connectTimeoutMs ?? connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    application_name: 'triptych',
    types: typeParsers,
    pipeline: true,
  })
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  return { kind: 'postgres', pool, isPipelined: true, close: () => pool.end() }
}

async function openEmbedded(location: DatabaseLocation & { kind: 'embedded' }): Promise<Database> {
  const inMemory = location.directory === 'memory://'
  const lock = inMemory ? undefined : await lockDirectory(location.directory)
  const files = inMemory ? 'memory://' : join(location.directory, 'pg')
  const { snapshot } = location
  if (!inMemory && !existsSync(join(files, 'PG_VERSION'))) await createFiles(files)
  const lite = await PGlite.create(files, snapshot === undefined ? {} : { loadDataDir: snapshot })
  const config = createPgConfig(lite)
  const pool = new pg.Pool({
    ...config,
    connection: config.connection,
    max: 1,
    types: typeParsers,
  } as pg.PoolConfig)
  return {
    kind: 'embedded',
    pool,
    isPipelined: false,
    dump: async () => lite.dumpDataDir('none'),
    close: async () => {
      await pool.end()
      await lite.close()
      lock?.release()
    },
  }
}

/** Making the files takes several hundred MB that a process would keep; the end of a thread gives them back. */
async function createFiles(files: string): Promise<void> {
  const thread = new Worker(new URL('./create-files.ts', import.meta.url), { workerData: files })
  await once(thread, 'exit')
  if (!existsSync(join(files, 'PG_VERSION')))
    throw new Error(`The embedded database in ${files} could not be made.`)
}

/** Every connection acts as the app's role from its first query on: no superuser, no way past row-level security. */
export function asApp(database: Database): Database {
  const assumed = new WeakSet<object>()
  const { pool } = database
  const connect = pool.connect.bind(pool)
  const connectAsApp = async () => {
    const client = await connect()
    if (!assumed.has(client)) {
      await client.query(`set role ${appRole}`)
      assumed.add(client)
    }
    return client
  }
  return { ...database, pool: Object.assign(Object.create(pool) as pg.Pool, { connect: connectAsApp }) }
}

/** Refuses to go on with a role that row-level security does not bind. */
export async function requireBoundRole(
  database: Database,
  options: { readonly allowSuperuserLogin: boolean },
) {
  const client = await database.pool.connect()
  try {
    const { rows } = await client.query<{ name: string; unbound: boolean; is_login: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls as unbound, rolname = session_user as is_login
         from pg_roles where rolname in (current_user, session_user)`,
    )
    for (const role of rows) {
      const tolerated = role.is_login && rows.length > 1 && options.allowSuperuserLogin
      if (role.unbound && !tolerated) {
        throw new Error(
          `The database role ${role.name} is a superuser or bypasses row-level security. ` +
            `Let DATABASE_URL sign in as ${appRole} (or a plain member of it).`,
        )
      }
    }
  } finally {
    client.release()
  }
}
