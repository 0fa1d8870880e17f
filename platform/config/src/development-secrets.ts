import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from './load.ts'
import { type ConfigSlice, isSecret } from './slice.ts'

/** In development every secret that is not set is made once and kept beside the data, readable by its owner alone. */
export async function developmentSecrets(
  slices: readonly ConfigSlice[],
  directory: string,
  environment: Environment,
): Promise<Environment> {
  const names = slices.flatMap((slice) =>
    Object.keys(slice.shape).filter((name) => isSecret(slice.shape[name])),
  )
  const path = join(directory, 'development-secrets.json')
  const kept = await readKept(path)
  const missing = names.filter((name) => kept[name] === undefined && environment[name] === undefined)
  if (missing.length > 0) {
    for (const name of missing) kept[name] = randomBytes(32).toString('base64')
    await mkdir(directory, { recursive: true })
    await writeFile(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  return { ...kept, ...environment }
}

async function readKept(path: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${path} cannot be read. Restore it, or remove it together with the database.`, {
      cause: error,
    })
  }
}
