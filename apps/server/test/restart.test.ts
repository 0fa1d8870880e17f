import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentSecrets } from '@triptych/config'
import { boot, platformConfig, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDataKey, modules } from '../src/modules.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'triptych-restart-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function start(role: 'api' | 'all'): Promise<Running> {
  const given = {
    TRIPTYCH_ENV: 'test',
    DATA_DIR: directory,
    ROLE: role,
    PORT: '0',
    INTERNAL_PORT: '0',
  }
  const environment = await developmentSecrets(
    [platformConfig, ...modules.map((module) => module.config)],
    directory,
    given,
  )
  const logger = createLogger({ level: 'error', destination: { write: () => undefined } })
  return boot({ modules, environment, logger, loadDataKey })
}

it('starts with events waiting from the last run whose handling sends jobs', async () => {
  // Takes events in and handles none, as a process that was killed had none of them handled.
  const before = await start('api')
  for (let person = 0; person < 5; person += 1) {
    const body = { email: `ada${person}@example.org`, password: 'Correct4Horse', full_name: 'Ada' }
    const reply = await fetch(`${before.publicUrl}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(reply.status).toBe(201)
    const { access_token: token } = (await reply.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${before.publicUrl}/api/v1/me`, { method: 'DELETE', headers })).status).toBe(202)
  }
  await before.stop()
  const after = await start('all')
  await after.platform.bus.settle()
  expect((await after.platform.bus.backlog()).reduce((sum, { pending }) => sum + pending, 0)).toBe(0)
  await after.stop()
}, 60_000)
