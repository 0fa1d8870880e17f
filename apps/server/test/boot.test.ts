import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRole } from '@triptych/db'
import { openTestDatabase, type TestDatabase } from '@triptych/db/testing'
import { lanes } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { start } from './start.ts'

describe.runIf(lanes.postgresUrl !== undefined)('a start in production', () => {
  let directory: string
  let test: TestDatabase
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'triptych-boot-'))
    test = await openTestDatabase('postgres', [], lanes.postgresUrl)
  })
  afterAll(async () => {
    await test.close()
    await rm(directory, { recursive: true, force: true })
  })

  function startAs(user: string) {
    const url = new URL(test.url ?? '')
    url.username = user
    const environment = {
      TRIPTYCH_ENV: 'production',
      DATABASE_URL: url.href,
      DATABASE_OWNER_URL: test.url,
    }
    return start({ directory, role: 'api', environment })
  }

  it('is refused as a role that row-level security does not bind, and goes on as the app’s own', async () => {
    const { username: owner } = new URL(test.url ?? '')
    await expect(startAs(owner)).rejects.toThrow(
      `The database role ${owner} is a superuser or bypasses row-level security. Let DATABASE_URL sign in as ${appRole}`,
    )
    const running = await startAs(appRole)
    await running.stop()
  })
})
