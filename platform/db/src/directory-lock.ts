import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const sqliteBusy = 5
const ownerOnly = 0o700

/**
 * Keeps a second process from opening the same embedded database. The operating system keeps the lock and drops it with
 * the process, however that ends; SQLite is how Node reaches such a lock.
 */
export async function lockDirectory(directory: string): Promise<{ release(): void }> {
  await mkdir(directory, { recursive: true })
  // The database writes its files for everybody; nobody else comes through here, also where an older release made it.
  await chmod(directory, ownerOnly)
  const holder = join(directory, 'lock.pid')
  const lock = new DatabaseSync(join(directory, 'lock.sqlite'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (cause) {
    lock.close()
    if ((cause as { errcode?: number }).errcode !== sqliteBusy) throw cause
    throw new Error(
      `The embedded database in ${directory} is in use by process ${await readFile(holder, 'utf8').catch(() => '?')}. ` +
        `Stop that process, choose another DATA_DIR, or set DATABASE_URL to use a Postgres server.`,
      { cause },
    )
  }
  await writeFile(holder, String(process.pid))
  return { release: () => lock.close() }
}
