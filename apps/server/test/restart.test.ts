import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, relayTransaction } from '@triptych/db'
import { openTestDatabase, type TestDatabase } from '@triptych/db/testing'
import { type Clock, newId, systemClock } from '@triptych/kernel'
import type { Running } from '@triptych/runtime'
import { databaseKinds, eventually, lanes, type Reply, send } from '@triptych/testkit'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { spawnServer, start as startProduct } from './start.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'triptych-restart-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const start = (role: 'api' | 'all', clock?: Clock): Promise<Running> =>
  startProduct({ directory, role, ...(clock === undefined ? {} : { clock }) })

const json = { 'content-type': 'application/json' }

/** Headers of somebody new. */
async function signUp(
  { publicUrl }: Pick<Running, 'publicUrl'>,
  email: string,
): Promise<{ authorization: string }> {
  const body = JSON.stringify({ email, password: 'Correct4Horse', full_name: 'Ada' })
  const reply = await fetch(`${publicUrl}/api/v1/auth/register`, { method: 'POST', headers: json, body })
  expect(reply.status).toBe(201)
  const { access_token: token } = (await reply.json()) as { access_token: string }
  return { authorization: `Bearer ${token}` }
}

it('starts with events waiting from the last run whose handling sends jobs', async () => {
  // Takes events in and handles none, as a process that was killed had none of them handled.
  const before = await start('api')
  for (let person = 0; person < 5; person += 1) {
    const headers = await signUp(before, `ada${person}@example.org`)
    expect((await fetch(`${before.publicUrl}/api/v1/me`, { method: 'DELETE', headers })).status).toBe(202)
  }
  await before.stop()
  const after = await start('all')
  await after.platform.bus.settle()
  expect((await after.platform.bus.backlog()).reduce((sum, { pending }) => sum + pending, 0)).toBe(0)
  await after.stop()
}, 60_000)

it('throws away at its start what has served its time', async () => {
  const before = await start('api')
  const headers = { ...json, ...(await signUp(before, 'ben@example.org')), 'idempotency-key': 'once' }
  const made = await fetch(`${before.publicUrl}/api/v1/organizations`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Glasshouse' }),
  })
  expect(made.status).toBe(201)
  expect(await outcomesIn(before)).toBe(1)
  await before.stop()
  const after = await start('api', { now: () => systemClock.now() + 25 * 3_600_000 })
  await eventually(async () => expect(await outcomesIn(after)).toBe(0))
  await after.stop()
}, 60_000)

const outcomesIn = ({ platform }: Running): Promise<number> =>
  relayTransaction(platform.database, async (client) => {
    const { rows } = await client.query('select created_at from identity.idempotency_keys')
    return rows.length
  })

/** When what the killed process had taken on has fallen due again. */
const later: Clock = { now: () => systemClock.now() + 5 * 60_000 }
const create = (baseUrl: string, authorization: string, key: string): Promise<Reply> =>
  send({ baseUrl }, 'POST', '/api/v1/organizations', {
    headers: { authorization, 'idempotency-key': key },
    body: { name: `Glasshouse ${key}` },
  })
const idOf = ({ body }: Reply) => (body as { id: string }).id

it.each(databaseKinds)(
  'keeps what it answered, once, when it is killed amid writes on %s',
  async (kind) => {
    const test = kind === 'postgres' ? await openTestDatabase(kind, [], lanes.postgresUrl) : undefined
    const options = {
      directory,
      role: 'all',
      environment: test?.url === undefined ? {} : { DATABASE_URL: test.url },
    } as const
    const server = await spawnServer(options)
    onTestFinished(() => void server.process.kill('SIGKILL'))
    const gone = once(server.process, 'exit')
    const { authorization } = await signUp({ publicUrl: server.baseUrl }, 'eve@example.org')

    const keys = Array.from({ length: 9 }, newId)
    const answered = new Map<string, string>()
    const inTurn = async (some: readonly string[]) => {
      for (const key of some) {
        const reply = await create(server.baseUrl, authorization, key)
        if (reply.status === 201) answered.set(key, idOf(reply))
        if (answered.size >= 4) server.process.kill('SIGKILL')
      }
    }
    await Promise.allSettled([0, 3, 6].map((first) => inTurn(keys.slice(first, first + 3))))
    expect(await gone).toEqual([null, 'SIGKILL'])
    expect(answered.size).toBeLessThan(keys.length)

    const again = await startProduct({ ...options, clock: later })
    const repeated = new Map<string, string>()
    for (const key of keys) repeated.set(key, idOf(await create(again.publicUrl ?? '', authorization, key)))
    expect([...repeated]).toEqual(expect.arrayContaining([...answered]))
    await eventually(async () => {
      const backlog = await again.platform.bus.backlog()
      expect(Math.max(...backlog.flatMap(({ outbox, pending, dead }) => [outbox, pending, dead]))).toBe(0)
    }, 30_000)
    await again.stop()

    const created = [...repeated.values()].toSorted()
    expect(await effectsOn(test, 'eve@example.org')).toEqual([
      { organizations: created, audited: created.map((id) => `organization:${id}`), mails: 1 },
    ])
    await test?.close()
  },
  120_000,
)

/** The organisations of a person, what the audit trail says of them, and the mails that greeted this person. */
async function effectsOn(test: TestDatabase | undefined, email: string) {
  const statement = `
    select (select array_agg(organization_id::text order by organization_id)
              from identity.organization_members where user_id = u.id) as organizations,
           (select array_agg(target order by target) from privacy.audit_entries
              where actor_user_id = u.id and action = 'identity.organization.created') as audited,
           (select count(*)::int from notifications.emails where user_id = u.id and template = 'verify_email') as mails
      from identity.users u where u.email = '${email}'`
  if (test !== undefined) return test.asOwner(statement)
  const owner = await openDatabase({ kind: 'embedded', directory: join(directory, 'db') })
  try {
    return (await owner.pool.query<Record<string, unknown>>(statement)).rows
  } finally {
    await owner.close()
  }
}
