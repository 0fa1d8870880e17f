import { type Clock, type Context, newId, type Once, systemContext } from '@triptych/kernel'
import type { OnceGuard } from '@triptych/kernel/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createModuleDatabase,
  createOnceStore,
  forgetOutcomes,
  type IdempotencyTables,
  type ModuleDatabase,
} from '../src/index.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing.ts'

const postgresUrl = process.env['TEST_POSTGRES_URL']
const kinds = postgresUrl === undefined ? (['embedded'] as const) : (['embedded', 'postgres'] as const)
const sources = [{ module: 'notes', directory: new URL('fixtures/notes/', import.meta.url) }]
const hourMs = 3_600_000

describe.each(kinds)('kept outcomes on %s', (kind) => {
  let test: TestDatabase
  let notes: ModuleDatabase<IdempotencyTables>
  let store: OnceGuard
  let now = Date.now()
  const clock: Clock = { now: () => now }

  beforeAll(async () => {
    test = await openTestDatabase(kind, sources, postgresUrl)
    notes = createModuleDatabase({ database: test.app, module: 'notes', clock, newId })
    // Shared memory is away: every request may begin, and the database alone decides.
    const claims = { claim: () => Promise.reject(new Error('away')), release: async () => undefined }
    const unseal = () => Promise.reject(new Error('nothing is sealed here'))
    store = createOnceStore({ database: notes, claims, clock, unseal })
  })
  afterAll(() => test.close())

  const request = (): { context: Context; once: Once } => {
    const userId = newId()
    const once = { userId, operation: 'notes.write', key: newId(), requestHash: 'same', sealed: false }
    return { once, context: systemContext({ clock, newId, userId }) }
  }
  const later = ({ context, once }: ReturnType<typeof request>): Context => ({
    ...context,
    once,
    deadline: now + 30_000,
  })
  const look = (asked: ReturnType<typeof request>) => store.begin(later(asked), asked.once)
  /** A request that may begin, as it finds nothing that counts, keeps its outcome. */
  const keep = async (asked: ReturnType<typeof request>, output?: { readonly id: string }) => {
    const earlier = await look(asked)
    const once = { ...asked.once, outlived: earlier.state === 'none' && earlier.outlived === true }
    await notes.write(later({ ...asked, once }), async ({ remember }) => remember(output))
  }

  it('gives the first one for 24 hours; then the next takes its place and is given', async () => {
    const asked = request()
    const [first, second] = [newId(), newId()]
    await keep(asked, { id: first })
    now += 24 * hourMs - 1
    expect(await look(asked)).toEqual({ state: 'done', requestHash: 'same', resourceId: first })
    await expect(keep(asked, { id: second })).rejects.toMatchObject({ code: 'request.in_progress' })
    now += 1
    expect(await look(asked)).toEqual({ state: 'none', outlived: true })
    await keep(asked, { id: second })
    expect(await look(asked)).toEqual({ state: 'done', requestHash: 'same', resourceId: second })
  })

  it('lets one of two twins take the place of an old one, and refuses the other', async () => {
    const asked = request()
    await keep(asked)
    now += 25 * hourMs
    const twins = await Promise.allSettled([keep(asked), keep(asked)])
    expect(twins.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(twins.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'request.in_progress' },
    })
  })

  it('knows that something without an answer was done', async () => {
    const asked = request()
    expect(await look(asked)).toEqual({ state: 'none' })
    await keep(asked)
    expect(await look(asked)).toEqual({ state: 'done', requestHash: 'same', output: undefined })
  })

  it('throws away what is old and nothing else', async () => {
    const [old, young] = [request(), request()]
    await keep(old)
    now += 25 * hourMs
    await keep(young)
    await forgetOutcomes(test.app, ['notes'], clock)
    const rows = await test.asOwner<{ key: string }>('select key from notes.idempotency_keys')
    expect(rows.map(({ key }) => key)).toEqual([young.once.key])
  })
})
