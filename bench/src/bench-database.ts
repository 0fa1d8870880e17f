import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of this run's own, and a twin with the same tables for what the stack is compared with. */
export interface BenchDatabase {
  readonly ownerUrl: string
  readonly twinOwnerUrl: string
  /** Both, signed in as a plain member of the app's role. */
  readonly appUrl: string
  readonly twinAppUrl: string
  /** After the migrations: adds the login and copies the tables. */
  share(): Promise<void>
  drop(): Promise<void>
}

export async function createBenchDatabase(serverUrl: string): Promise<BenchDatabase> {
  const name = `triptych_bench_${randomBytes(5).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  const at = (database: string, login?: string) => {
    const url = new URL(serverUrl)
    url.pathname = `/${database}`
    if (login !== undefined) Object.assign(url, { username: login, password })
    return url.href
  }
  await onServer(serverUrl, [`create database ${name}`])
  return {
    ownerUrl: at(name),
    twinOwnerUrl: at(`${name}_twin`),
    appUrl: at(name, name),
    twinAppUrl: at(`${name}_twin`, name),
    share: () =>
      onServer(serverUrl, [
        `create role ${name} login password '${password}' in role triptych_app`,
        `create database ${name}_twin template ${name}`,
      ]),
    drop: () =>
      onServer(serverUrl, [
        `drop database if exists ${name}_twin with (force)`,
        `drop database if exists ${name} with (force)`,
        `drop role if exists ${name}`,
      ]),
  }
}

export async function serverVersion(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
