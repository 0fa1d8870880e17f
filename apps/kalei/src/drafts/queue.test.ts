import { createLocks, ProblemError } from '@triptych/kernel'
import fc from 'fast-check'
import { createMemoryStorage } from '../../test/memory-storage.ts'
import type { Draft } from './draft.ts'
import { createDraftQueue } from './queue.ts'

const draft = (clientId: string, minute: number, text = clientId): Draft => ({
  clientId,
  kind: 'mirror',
  page: 'p1',
  text,
  writtenAt: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
})
const refused = (status: number, code: string): ProblemError =>
  new ProblemError(
    status,
    { type: 'about:blank', title: '', status, detail: '', code, request_id: 'r' },
    undefined,
  )

type Step = 'ok' | 'lost' | 'dead' | 'away'

/** A server that keeps one effect per Idempotency-Key, behind a line that fails as told. */
function setUp(steps: Step[] = []) {
  const storage = createMemoryStorage()
  const written: string[] = []
  const keys = new Map<string, string>()
  const delivered: string[] = []
  let now = new Date('2026-11-20T12:00:00Z')
  const send = async ({ clientId, text }: Draft): Promise<string> => {
    const step = steps.shift() ?? 'ok'
    if (step === 'dead') throw new TypeError('network')
    if (step === 'away') throw refused(503, 'request.unavailable')
    if (!keys.has(clientId)) {
      keys.set(clientId, `m-${clientId}`)
      written.push(text)
    }
    if (step === 'lost') throw new TypeError('the answer was lost')
    return keys.get(clientId) ?? ''
  }
  const deps = {
    storage,
    owner: 'u1',
    send,
    findDelivered: async (each: Draft) => (written.includes(each.text) ? `m-${each.clientId}` : undefined),
    locks: createLocks(),
    now: () => now,
    onDelivered: (each: Draft) => void delivered.push(each.clientId),
    unkept: () => undefined,
    onChange: () => undefined,
  }
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
    keys.clear()
  }
  return { deps, queue: createDraftQueue(deps), written, delivered, later, storage }
}

test('sends what waits, oldest first, and forgets it only when the server has confirmed', async () => {
  const { queue, written } = setUp()
  await queue.add(draft('b', 2))
  await queue.add(draft('a', 1))
  expect(await queue.sync()).toBeUndefined()
  expect(written).toEqual(['a', 'b'])
  expect(await queue.list()).toEqual([])
})

test('a lost answer is asked for again under the same key: one effect', async () => {
  const { queue, written, delivered } = setUp(['lost', 'lost'])
  await queue.add(draft('a', 1))
  expect(await queue.sync()).toEqual({ kind: 'away' })
  await queue.sync()
  await queue.sync()
  expect(written).toEqual(['a'])
  expect(delivered).toEqual(['a'])
})

test('after the server has forgotten the key, what it wrote is found instead of written twice', async () => {
  const { queue, written, later } = setUp(['lost'])
  await queue.add(draft('a', 1))
  await queue.sync()
  later(25)
  await queue.sync()
  expect(written).toEqual(['a'])
  expect(await queue.list()).toEqual([])
})

test('two syncs at once, as of two tabs, send each draft once', async () => {
  const { queue, deps, delivered } = setUp()
  await queue.add(draft('a', 1))
  await Promise.all([queue.sync(), createDraftQueue(deps).sync(), queue.sync()])
  expect(delivered).toEqual(['a'])
})

test('a refused draft keeps its words, does not hold up the others, and can be tried again', async () => {
  const { queue, deps, written } = setUp()
  let full = true
  const picky = createDraftQueue({
    ...deps,
    send: (each) => {
      if (full && each.clientId === 'a') throw refused(402, 'billing.limit_reached')
      return deps.send(each)
    },
  })
  await queue.add(draft('a', 1))
  await queue.add(draft('b', 2))
  expect(await picky.sync()).toBeUndefined()
  expect(written).toEqual(['b'])
  expect(await queue.list()).toMatchObject([{ clientId: 'a', text: 'a', held: { kind: 'limit' } }])
  full = false
  await picky.release('a')
  await picky.sync()
  expect(written).toEqual(['b', 'a'])
})

test('what was answered with help but not kept stays on the device, with the help', async () => {
  const { queue, deps } = setUp()
  const help = { severity: 'plan', template: 't', message: 'You are not alone.', resources: [] } as const
  const held = { kind: 'unkept' } as const
  let gone = true
  const answered = createDraftQueue({
    ...deps,
    unkept: () => (gone ? { held, help: { ...help, resources: [] } } : undefined),
  })
  await queue.add(draft('a', 1))
  expect(await answered.sync()).toBeUndefined()
  expect(await queue.list()).toMatchObject([{ text: 'a', held, help }])
  gone = false
  await answered.release('a')
  expect((await queue.list())[0]).not.toHaveProperty('help')
  await answered.sync()
  expect(await queue.list()).toEqual([])
})

test('another account on the same device sees none of it', async () => {
  const { queue, deps } = setUp()
  await queue.add(draft('a', 1))
  expect(await createDraftQueue({ ...deps, owner: 'u2' }).list()).toEqual([])
})

test('whatever the line does, every text arrives exactly once and in order', async () => {
  const step = fc.constantFrom<Step>('ok', 'lost', 'dead', 'away')
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, count) => {
        const { queue, written, delivered } = setUp([...steps])
        for (let n = 0; n < count; n++) await queue.add(draft(`d${n}`, n))
        for (let round = 0; round <= steps.length; round++) await queue.sync()
        const all = Array.from({ length: count }, (_, n) => `d${n}`)
        expect(written).toEqual(all)
        expect(delivered).toEqual(all)
        expect(await queue.list()).toEqual([])
      },
    ),
  )
})
