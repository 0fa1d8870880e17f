import { identityModule } from '@triptych/identity'
import { identityContract, loadDataKey } from '@triptych/identity/contract'
import { consumer, defineConsumers } from '@triptych/bus'
import { defineJob, defineJobs } from '@triptych/jobs'
import { auditRecorded, type EventBody, newId } from '@triptych/kernel'
import type { AnyModule } from '@triptych/runtime'
import { bootModules, databaseKinds, type Person, signUp, type TestSystem } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsModule } from '../src/module.ts'
import { z } from 'zod'

interface Letter {
  readonly id: string
  readonly kind: string
  readonly module: string
  readonly name: string
  readonly age_seconds: number
}

const jobs = defineJobs({
  fail: defineJob({
    name: 'operations.fail',
    schema: z.strictObject({}),
    timeoutMs: 30_000,
    retry: { limit: 0, backoff: { firstMs: 1_000, maxMs: 1_000 } },
    deadLetter: true,
  }),
})

/** The module with a job that fails until it is healed, and an ear for what is put on record. */
function watched() {
  const audits: EventBody<typeof auditRecorded>[] = []
  const job = { isHealed: false, runs: 0 }
  const module: AnyModule = {
    ...operationsModule,
    jobs,
    create: (deps) => ({
      ...operationsModule.create(deps),
      consumers: defineConsumers({
        note: consumer({ event: auditRecorded, handle: async (_context, body) => void audits.push(body) }),
      }),
      jobHandlers: {
        fail: async () => {
          job.runs += 1
          if (!job.isHealed) throw new Error(secret)
        },
      },
    }),
  }
  return { module, audits, job }
}

const url = '/api/v1/admin/dead-letters'
const secret = 'a sentence of somebody'

describe.each(databaseKinds)('dead letters on %s', (database) => {
  let system: TestSystem
  let admin: Person
  const planted: string[] = []
  const { module, audits, job } = watched()

  beforeAll(async () => {
    system = await bootModules({ modules: [identityModule, module], database, loadDataKey })
    admin = await signUp(system)
    await system.clientOf(identityContract).grantAdmin(system.contextFor(), { email: admin.email })
    for (const minute of [1, 2, 2, 3]) planted.push(await plantEvent(minute))
    planted.push(await plantJob(2), await plantJob(4))
  })
  afterAll(() => system.close())

  async function plantEvent(minute: number): Promise<string> {
    const id = newId()
    await system.database.asOwner(
      `insert into identity.inbox (event_id, consumer, subject, body, occurred_at, state, attempts, next_attempt_at,
                                   last_error, received_at)
       values ($1, 'forget_session', 'identity.session.revoked.v1', $2, now(), 'dead', 8, now(), 'Error', $3)`,
      [id, Buffer.from(secret), `2026-01-01T00:0${minute}:00.000123Z`],
    )
    return `event.identity.forget_session.${id}`
  }

  async function plantJob(minute: number): Promise<string> {
    const id = newId()
    await system.database.asOwner(
      `insert into jobs.job_common (id, name, state, data, source_name, source_output, created_on)
       values ($1, 'dead_letters', 'created', $2, 'identity.no_job', '{"code":"identity.broken"}', $3)`,
      [id, JSON.stringify({ input: { text: secret } }), `2026-01-01T00:0${minute}:00.000123Z`],
    )
    return `job.identity.no_job.${id}`
  }

  const page = async (query: string) => {
    const reply = await admin.send('GET', `${url}${query}`)
    expect(reply.status, reply.text).toBe(200)
    expect(reply.text).not.toContain('sentence')
    return reply.body as { items: Letter[]; next_cursor: string | null }
  }

  it('lists events and jobs together, oldest first, page by page, without their content', async () => {
    const found: Letter[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { items, next_cursor: next } = await page(`?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)
      found.push(...items)
      cursor = next
    }
    const whole = await page('')
    expect(found.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id))
    expect(found.map(({ id }) => id).sort()).toEqual(planted.toSorted())
    expect(found.map(({ kind }) => kind)).toEqual(['event', 'event', 'event', 'job', 'event', 'job'])
    expect(found[0]).toMatchObject({
      module: 'identity',
      name: 'forget_session',
      error: 'Error',
      attempts: 8,
    })
    expect(found[0]?.age_seconds).toBeGreaterThan(0)
  })

  it('replays one, and records who asked', async () => {
    const [first = ''] = planted
    const reply = await admin.send('POST', `${url}/${first}/replay`, { body: {} })
    expect([reply.status, reply.body]).toEqual([202, { id: first, replayed: true }])
    expect((await page('')).items.map(({ id }) => id)).not.toContain(first)
    await system.settle()
    expect(audits.filter(({ action }) => action.startsWith('operations.'))).toMatchObject([
      {
        action: 'operations.dead_letter.replay_requested',
        target: `dead_letter:${first}`,
        actorUserId: admin.userId,
      },
    ])
    const again = await admin.send('POST', `${url}/${first}/replay`, { body: {} })
    expect([again.status, again.body]).toMatchObject([404, { code: 'operations.dead_letter_not_found' }])
  })

  it('replays a job, which runs again', async () => {
    await system.running[0]?.platform.jobs.send(jobs.fail, {})
    await system.settle()
    const dead = (await page('')).items.find(({ name }) => name === 'fail')
    expect([dead?.kind, dead?.module, job.runs]).toEqual(['job', 'operations', 1])
    job.isHealed = true
    expect((await admin.send('POST', `${url}/${dead?.id}/replay`, { body: {} })).status).toBe(202)
    await system.settle()
    expect(job.runs).toBe(2)
    expect((await page('')).items.map(({ name }) => name)).not.toContain('fail')
  })

  it.each(['event.nowhere.x.0198c0de-0000-7000-8000-000000000000', 'event.identity', 'nonsense'])(
    'knows no letter called %s',
    async (id) => {
      expect((await admin.send('POST', `${url}/${id}/replay`, { body: {} })).status).toBe(404)
    },
  )

  it('is for administrators, and refuses a cursor of somebody’s own making', async () => {
    const person = await signUp(system)
    expect((await person.send('GET', url)).status).toBe(403)
    expect((await person.send('POST', `${url}/${planted[1]}/replay`, { body: {} })).status).toBe(403)
    expect((await admin.send('GET', `${url}?cursor=1`)).status).toBe(400)
  })
})
