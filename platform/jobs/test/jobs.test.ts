import { createModuleDatabase, type ModuleDatabase } from '@triptych/db'
import { openTestDatabase, type TestDatabase, type TestDatabaseKind } from '@triptych/db/testing'
import { type Context, newId, systemClock, systemContext } from '@triptych/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createJobs, defineJob, defineJobs, type Jobs, type JobsObserver, migrateJobs } from '../src/index.ts'

interface Tables {
  notes: { id: string; title: string }
}

const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds: TestDatabaseKind[] = postgresUrl === undefined ? ['embedded'] : ['embedded', 'postgres']
/** Long enough that no wait passes by itself while a test runs. */
const retry = { limit: 2, backoff: { firstMs: 60_000, maxMs: 240_000 } }
const patience = { timeout: 20_000 }
const catalogue = defineJobs({
  index: defineJob({
    name: 'notes.index_note',
    schema: z.strictObject({ note_id: z.uuid() }),
    timeoutMs: 5_000,
    retry,
    deadLetter: true,
  }),
  remind: defineJob({
    name: 'notes.remind_person',
    schema: z.strictObject({}),
    timeoutMs: 200,
    retry: { ...retry, limit: 0 },
    deadLetter: true,
    singleton: 'unfinished',
  }),
})
type Handled = (context: Context, data: object) => Promise<void>

describe.each(kinds)('jobs on %s', (kind) => {
  let test: TestDatabase
  let notes: ModuleDatabase<Tables>
  let started: Jobs[] = []
  let time = Date.parse('2026-03-28T12:00:00Z')
  const clock = { now: () => time }

  beforeAll(async () => {
    const directory = new URL('fixtures/notes/', import.meta.url)
    test = await openTestDatabase(kind, [{ module: 'notes', directory }], postgresUrl)
    await asOwner('select 1')
    const owner = await test.owner.pool.connect()
    await owner.query('reset role')
    owner.release()
    await migrateJobs(test.owner, ['notes'])
    await migrateJobs(test.owner, ['notes'])
    await asOwner('select 1')
    notes = createModuleDatabase<Tables>({ database: test.app, module: 'notes', clock: systemClock, newId })
  })
  afterAll(() => test.close())
  beforeEach(() => asOwner('truncate jobs.job_common, jobs.recurring, notes.notes'))
  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop()))
    started = []
  })

  /** As the owner, for what neither the app nor a module could do; the embedded connection goes back to the app. */
  async function asOwner(statement: string): Promise<Record<string, unknown>[]> {
    const client = await test.owner.pool.connect()
    try {
      await client.query('reset role')
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.query('set role triptych_app')
      client.release()
    }
  }
  /** The queue reads the database's clock, so the wait is taken off the rows instead. */
  const letWaitsPass = () => asOwner(`update jobs.job_common set start_after = now() where state < 'active'`)

  async function start(
    handlers: { index?: Handled; remind?: Handled } = {},
    options: { observer?: JobsObserver; worker?: boolean; pollMs?: number } = {},
  ): Promise<Jobs> {
    const { worker = true, ...rest } = options
    const jobs = createJobs({ database: test.app, clock, newId, pollMs: 20, ...rest })
    const idle: Handled = () => Promise.resolve()
    jobs.addModule({
      module: 'notes',
      jobs: catalogue,
      handlers: { index: handlers.index ?? idle, remind: handlers.remind ?? idle },
    })
    started.push(jobs)
    await jobs.start({ worker })
    return jobs
  }

  it('runs a job with its payload, acting for the person it is about', async () => {
    const seen: unknown[] = []
    const jobs = await start({
      index: async (context, data) => void seen.push([data, context.actor, context.tenant]),
    })
    const [noteId, userId, organizationId] = [newId(), newId(), newId()]
    await jobs.send(catalogue.index, { note_id: noteId }, { userId, organizationId })
    await jobs.settle()
    expect(seen).toEqual([
      [{ note_id: noteId }, { kind: 'system', userId }, { organizationId, role: 'member' }],
    ])
  })

  it('commits a job with the transaction that sends it, and drops it with one that fails', async () => {
    const seen: string[] = []
    const jobs = await start({ index: async (_context, data) => void seen.push(JSON.stringify(data)) })
    const context = systemContext({ clock: systemClock, newId })
    const kept = newId()
    await notes.write(context, async (transaction) => {
      await transaction.query.insertInto('notes').values({ id: kept, title: 'kept' }).execute()
      await jobs.send(catalogue.index, { note_id: kept }, { transaction })
    })
    const failing = notes.write(context, async (transaction) => {
      await jobs.send(catalogue.index, { note_id: newId() }, { transaction })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await jobs.settle()
    expect(seen).toEqual([JSON.stringify({ note_id: kept })])
  })

  it('lets a module add its jobs and neither read nor change any', async () => {
    await start()
    const context = systemContext({ clock: systemClock, newId })
    const peek = (statement: string) =>
      notes.write(context, async ({ query }) => {
        const { CompiledQuery } = await import('kysely')
        await query.executeQuery(CompiledQuery.raw(statement))
      })
    await expect(peek('select data from jobs.job')).rejects.toThrow(/permission denied/)
    await expect(peek('delete from jobs.job_common')).rejects.toThrow(/permission denied/)
    const foreign = `insert into jobs.recurring values ('billing.charge', 'k', '* * * * *', 'UTC', '{}', null, now())`
    await expect(peek(foreign)).rejects.toThrow(/row-level security/)
  })

  it('tries again, then keeps a dead job with a code and no text, and replays it on demand', async () => {
    let isHealed = false
    const attempts: number[] = []
    const failed = vi.fn<(fact: { error: string }) => void>()
    const jobs = await start(
      {
        index: async () => {
          attempts.push(1)
          if (!isHealed) throw Object.assign(new Error('a private sentence'), { code: 'notes.busy' })
        },
      },
      { observer: { failed } },
    )
    await jobs.send(catalogue.index, { note_id: newId() })
    for (let round = 0; round < 3; round += 1) {
      await jobs.settle()
      await letWaitsPass()
    }
    expect(attempts).toHaveLength(3)
    expect(failed).toHaveBeenCalledTimes(1)
    const dead = await jobs.deadLetters.list({ job: 'notes.index_note' })
    expect(dead).toEqual([expect.objectContaining({ error: 'notes.busy', attempts: 3 })])
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ cause: expect.any(Error) }))
    expect(await jobs.backlog()).toContainEqual({ job: 'notes.index_note', waiting: 0, dead: 1 })
    expect(JSON.stringify(await asOwner('select * from jobs.job'))).not.toContain('sentence')
    isHealed = true
    expect(await jobs.deadLetters.replay({ job: 'notes.index_note' })).toBe(1)
    await jobs.settle()
    expect(attempts).toHaveLength(4)
    expect(await jobs.deadLetters.list()).toEqual([])
  })

  it('waits before another attempt, longer each time', async () => {
    const jobs = await start({ index: () => Promise.reject(new Error('no')) })
    await jobs.send(catalogue.index, { note_id: newId() })
    const waits: number[] = []
    for (let round = 0; round < 2; round += 1) {
      await jobs.settle()
      const rows = await asOwner(
        `select extract(epoch from start_after - now())::float8 as wait from jobs.job where state = 'retry'`,
      )
      waits.push(Number(rows[0]?.['wait']))
      await letWaitsPass()
    }
    // 60 to 120 s, then 120 to 240 s, less what has passed since.
    expect(waits[0]).toBeGreaterThan(30)
    expect(waits[0]).toBeLessThanOrEqual(120)
    expect(waits[1]).toBeGreaterThan(90)
    expect(waits[1]).toBeLessThanOrEqual(240)
  })

  it('starts no job before its time', async () => {
    const seen: unknown[] = []
    const jobs = await start({ index: async (_context, data) => void seen.push(data) })
    const startAfter = new Date(systemClock.now() + 3_600_000).toISOString()
    await jobs.send(catalogue.index, { note_id: newId() }, { startAfter })
    await jobs.settle()
    expect(seen).toEqual([])
    await letWaitsPass()
    await jobs.settle()
    expect(seen).toHaveLength(1)
  })

  it('says how many jobs are due and not started, of each of its own', async () => {
    const jobs = await start({}, { worker: false })
    const startAfter = new Date(systemClock.now() + 3_600_000).toISOString()
    await jobs.send(catalogue.index, { note_id: newId() }, { startAfter })
    await jobs.send(catalogue.index, { note_id: newId() })
    await jobs.send(catalogue.index, { note_id: newId() })
    const backlog = await jobs.backlog()
    expect(backlog).toHaveLength(Object.keys(catalogue).length)
    expect(backlog).toContainEqual({ job: 'notes.index_note', waiting: 2, dead: 0 })
  })

  it('keeps one waiting job per singleton key, and excludes nothing without one', async () => {
    const jobs = await start({}, { worker: false })
    const data = { note_id: newId() }
    expect(await jobs.send(catalogue.index, data, { singletonKey: 'one' })).toEqual(expect.any(String))
    expect(await jobs.send(catalogue.index, data, { singletonKey: 'one' })).toBeUndefined()
    expect(await jobs.send(catalogue.index, data)).toEqual(expect.any(String))
    expect(await jobs.send(catalogue.index, data)).toEqual(expect.any(String))
  })

  it('ends a job that hangs', async () => {
    const failed = vi.fn<(fact: { error: string }) => void>()
    const jobs = await start({ remind: () => new Promise(() => undefined) }, { observer: { failed } })
    await jobs.send(catalogue.remind, {})
    await jobs.settle()
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ error: 'request.timeout' }))
  })

  it('runs each job in one of two workers', async () => {
    const seen: string[] = []
    const index: Handled = async (_context, data) => void seen.push((data as { note_id: string }).note_id)
    const [first, second] = [await start({ index }), await start({ index })]
    const ids = Array.from({ length: 120 }, newId)
    for (const id of ids) await first.send(catalogue.index, { note_id: id })
    await Promise.all([first.settle(), second.settle()])
    await vi.waitFor(() => expect(seen).toHaveLength(ids.length), patience)
    expect(seen.sort()).toEqual(ids.sort())
  })

  it('follows a person through the setting of the clocks, once over two processes', async () => {
    time = Date.parse('2026-03-28T12:00:00Z')
    const ran: string[] = []
    const remind: Handled = async () => void ran.push(new Date(time).toISOString())
    const [first, second] = [await start({ remind }), await start({ remind })]
    const userId = newId()
    const daily = { key: userId, cron: '0 8 * * *', zone: 'Europe/Berlin', userId }
    await first.schedule(catalogue.remind, {}, daily)
    const at = async (text: string) => {
      time = Date.parse(text)
      await Promise.all([first.settle(), second.settle()])
      await vi.waitFor(
        async () => expect(await asOwner(`select 1 from jobs.job where state <= 'active'`)).toEqual([]),
        patience,
      )
    }
    await at('2026-03-29T05:59:59Z')
    expect(ran).toEqual([])
    await at('2026-03-29T06:00:00Z')
    expect(ran).toHaveLength(1)
    await at('2026-03-29T12:00:00Z')
    expect(ran).toEqual(['2026-03-29T06:00:00.000Z'])
    await first.schedule(catalogue.remind, {}, daily)
    await at('2026-04-05T09:00:00Z')
    expect(ran).toHaveLength(2)
    await first.unschedule(catalogue.remind, userId)
    await at('2026-05-01T09:00:00Z')
    expect(ran).toHaveLength(2)
  })

  it('erases what waits for a person', async () => {
    const jobs = await start({}, { worker: false })
    const [ada, ben] = [newId(), newId()]
    for (const userId of [ada, ben]) {
      await jobs.send(catalogue.index, { note_id: newId() }, { userId })
      await jobs.schedule(catalogue.remind, {}, { key: userId, cron: '0 8 * * *', zone: 'UTC', userId })
    }
    expect(await jobs.removePerson(ada)).toBe(2)
    expect(await jobs.removePerson(ada)).toBe(0)
    expect(await jobs.removePerson(ben)).toBe(2)
  })

  it('stops gracefully: what runs is finished, what waits is left', async () => {
    const [running, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const finished: number[] = []
    const jobs = await start({
      index: async () => {
        running.resolve()
        await go.promise
        finished.push(1)
      },
    })
    for (let count = 0; count < 10; count += 1) await jobs.send(catalogue.index, { note_id: newId() })
    await running.promise
    const stopped = jobs.stop()
    go.resolve()
    await stopped
    const left = await asOwner(
      `select state, count(*)::int as count from jobs.job group by state order by state`,
    )
    expect(left.some((row) => row['state'] === 'active')).toBe(false)
    expect(finished.length).toBeGreaterThan(0)
    expect(finished.length).toBeLessThan(10)
  })
})

it('refuses a payload that free text fits into', () => {
  const define = (schema: z.ZodType) => () =>
    defineJob({ name: 'notes.x', schema, timeoutMs: 1_000, retry, deadLetter: true })
  expect(define(z.strictObject({ title: z.string() }))).toThrow(/payload.title takes any text/)
  expect(define(z.strictObject({ list: z.array(z.string().max(9)) }))).toThrow(/payload.list/)
  expect(define(z.strictObject({ email: z.email() }))).toThrow(/payload.email/)
  expect(define(z.record(z.string(), z.unknown()))).toThrow(/any text/)
  expect(
    define(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(['a', 'b']),
        at: z.iso.datetime(),
        count: z.int().optional(),
      }),
    ),
  ).not.toThrow()
})
