import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { developmentSecrets, loadConfig } from '@triptych/config'
import { openDatabase } from '@triptych/db'
import { openTestDatabase } from '@triptych/db/testing'
import { type AnyModule, migrateDatabase, platformConfig, waitingMigrations } from '@triptych/runtime'
import { lanes } from '@triptych/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { modules } from '../src/modules.ts'
import { schemaOf } from './schema-of.ts'

let directory: string
const closing: (() => Promise<void>)[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'triptych-migrations-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await rm(directory, { recursive: true, force: true })
})

/** A database as a deployment finds it the first time: empty, and where the configuration says. */
async function emptyDatabase(name: string) {
  const dataDirectory = join(directory, name)
  const url = lanes.postgresUrl
  const test = url === undefined ? undefined : await openTestDatabase('postgres', [], url)
  if (test !== undefined) closing.push(test.close)
  const given = {
    TRIPTYCH_ENV: 'test',
    DATA_DIR: dataDirectory,
    ...(test?.url === undefined ? {} : { DATABASE_URL: test.url }),
  }
  const environment = await developmentSecrets([platformConfig], dataDirectory, given)
  return {
    config: loadConfig({ platform: platformConfig }, environment).platform,
    async schema() {
      if (test !== undefined) return schemaOf(test.owner)
      const owner = await openDatabase({ kind: 'embedded', directory: join(dataDirectory, 'db') })
      const schema = await schemaOf(owner)
      await owner.close()
      return schema
    },
  }
}

/** The product as it was before the newest migration of each module. */
const releaseBefore = (): Promise<AnyModule[]> =>
  Promise.all(
    modules.map(async (module, index) => {
      const files = (await readdir(module.migrations)).toSorted().slice(0, -1)
      const kept = join(directory, 'before', String(index))
      await mkdir(kept, { recursive: true })
      for (const file of files) await copyFile(new URL(file, module.migrations), join(kept, file))
      return { ...module, migrations: pathToFileURL(`${kept}/`) }
    }),
  )

it('makes of the release before the schema that is made at once, and the check names what it lacks', async () => {
  const [grown, fresh] = [await emptyDatabase('grown'), await emptyDatabase('fresh')]
  for (const release of [await releaseBefore(), modules]) {
    const waiting = await waitingMigrations(grown.config, release)
    expect(waiting.length).toBeGreaterThanOrEqual(modules.length)
    expect(await migrateDatabase(grown.config, release)).toEqual(waiting)
    expect(await waitingMigrations(grown.config, release)).toEqual([])
  }
  await migrateDatabase(fresh.config, modules)
  const schema = await grown.schema()
  expect(schema.length).toBeGreaterThan(1_000)
  expect(schema).toEqual(await fresh.schema())
})
