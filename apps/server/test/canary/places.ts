import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestSystem } from '@triptych/testkit'
import { findInBytes } from '@triptych/vault/canary'

/** Everything the product has put somewhere, by the name of the place. */
export type Places = ReadonlyMap<string, readonly Uint8Array[]>

/** Runs statements as the database's owner, whom no policy binds. */
async function asOwner<T>(
  system: TestSystem,
  work: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<T>,
): Promise<T> {
  const client = await system.database.owner.pool.connect()
  try {
    await client.query('begin; set local role none')
    return await work(async <Row>(sql: string) => (await client.query(sql)).rows as Row[])
  } finally {
    await client.query('commit')
    client.release()
  }
}

/** Outboxes are emptied as they are sent and queues as they are worked off, so every row is copied as it is written. */
export async function keepEveryRow(system: TestSystem): Promise<void> {
  await asOwner(system, async (query) => {
    await query('create schema kept')
    await query('create table kept.written (place text not null, content text not null)')
    await query(`create function kept.copy() returns trigger language plpgsql security definer as $$
      begin
        insert into kept.written values (tg_table_schema || '.' || tg_table_name, new::text);
        return new;
      end $$`)
    for (const name of await tableNames(query)) {
      await query(
        `create trigger kept after insert or update on ${name} for each row execute function kept.copy()`,
      )
    }
  })
}

async function tableNames(query: <Row>(sql: string) => Promise<Row[]>): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relispartition and n.nspname !~ '^(pg_|information_schema|kept)'`,
  )
  return rows.map(({ name }) => name)
}

/** Every row that is or was in any table of any schema; bytes are hexadecimal in it. */
export async function rowsOfEverything(system: TestSystem): Promise<Places> {
  return asOwner(system, async (query) => {
    const places = new Map<string, Buffer[]>()
    const add = (place: string, text: string) =>
      places.set(place, [...(places.get(place) ?? []), Buffer.from(text)])
    for (const name of await tableNames(query)) {
      for (const { row } of await query<{ row: string }>(`select t::text as row from ${name} t`)) {
        add(name, row)
      }
    }
    type Written = { place: string; content: string }
    for (const { place, content } of await query<Written>('select place, content from kept.written')) {
      add(`${place}, as written`, content)
    }
    return places
  })
}

/** Notes what is said to the key-value store, in whichever edition. */
export function keepEveryValue(system: TestSystem): Buffer[] {
  const said: Buffer[] = []
  for (const { platform } of system.running) {
    const kv = platform.kv as unknown as Record<string, unknown>
    for (const [name, method] of Object.entries(kv)) {
      if (typeof method !== 'function') continue
      kv[name] = (...args: unknown[]) => {
        said.push(Buffer.from(JSON.stringify([name, ...args])))
        return (method as (...given: unknown[]) => unknown).apply(kv, args)
      }
    }
  }
  return said
}

/** Every file below the data directory. */
export async function filesOf(system: TestSystem): Promise<Buffer[]> {
  const directory = system.running[0]?.config.DATA_DIR ?? ''
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))))
}

/** Where a text was found, in which form. */
export function findEverywhere(places: Places, needles: readonly string[]): string[] {
  const found = new Set<string>()
  for (const [place, parts] of places) {
    for (const part of parts) {
      for (const needle of needles) {
        for (const form of findInBytes(part, needle)) found.add(`${place} (${form})`)
      }
    }
  }
  return [...found]
}
