import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps a second process from opening the same embedded database. A lock whose process is gone is taken over. */
export async function lockDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  await mkdir(directory, { recursive: true })
  const path = join(directory, 'lock')
  const holder = await holderOf(path)
  if (holder !== undefined && isRunning(holder)) {
    throw new Error(
      `The embedded database in ${directory} is in use by process ${holder}. ` +
        `Stop that process, choose another DATA_DIR, or set DATABASE_URL to use a Postgres server.`,
    )
  }
  if (holder !== undefined) await rm(path, { force: true })
  const file = await open(path, 'wx')
  await file.writeFile(String(process.pid))
  await file.close()
  return { release: () => rm(path, { force: true }) }
}

async function holderOf(path: string): Promise<number | undefined> {
  try {
    const pid = Number.parseInt(await readFile(path, 'utf8'), 10)
    return Number.isNaN(pid) ? 0 : pid
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid || pid === 0) return pid === process.pid
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
