import type { TestDatabase } from '@triptych/db/testing'
import { defineErrors, failure, newId } from '@triptych/kernel'
import { openTransaction } from '@triptych/kernel/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { consumer, defineConsumers, type Transport } from '../src/index.ts'
import {
  type DigestTables,
  effectsOf,
  emptyTables,
  fakeClock,
  freshName,
  lanes,
  natsFor,
  noteAdded,
  noteShown,
  openDatabase,
  record,
  recording,
  startSystem,
  type System,
  type SystemOptions,
  transportOf,
} from './system.ts'

const values = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'))
const gate = () => Promise.withResolvers<void>()
const patience = { timeout: 20_000 }
const errors = defineErrors('digest', { busy: { kind: 'unavailable', title: 'Busy.' } })

describe.each(lanes)('the bus over $transport on $database', ({ database, transport }) => {
  let test: TestDatabase
  let nats: Awaited<ReturnType<typeof natsFor>>
  let systems: System[] = []
  let stream: string

  beforeAll(async () => {
    ;[test, nats] = await Promise.all([openDatabase(database), natsFor(transport)])
  })
  afterAll(async () => {
    await test.close()
    await nats.dispose()
  })
  beforeEach(async () => {
    stream = freshName()
    await emptyTables(test)
  })
  afterEach(async () => {
    await Promise.all(systems.map(({ bus }) => bus.stop()))
    await nats.removeStream(stream)
    systems = []
  })

  const newTransport = () => transportOf(transport, nats.url, stream)
  async function start(options: Partial<SystemOptions> = {}): Promise<System> {
    const system = await startSystem({ test, transport: newTransport(), ...options })
    systems.push(system)
    return system
  }

  it('brings a committed fact to its consumer, acting for the person and organisation it is about', async () => {
    const { bus, add } = await start()
    const [userId, organizationId] = [newId(), newId()]
    await add(['hello'], { userId, organizationId })
    await bus.settle()
    expect(await effectsOf(test)).toEqual([
      {
        event_id: expect.any(String),
        consumer: 'list_note',
        value: 'hello',
        user_id: userId,
        organization_id: organizationId,
      },
    ])
    expect(await bus.backlog()).toContainEqual({
      module: 'digest',
      outbox: 0,
      pending: 0,
      dead: 0,
      oldestMs: 0,
    })
  })

  it('announces nothing of a transaction that failed', async () => {
    const { bus, notes, context } = await start()
    await expect(
      notes.write(context(), async ({ emit }) => {
        emit(noteAdded, { value: 'never' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await bus.settle()
    expect(await effectsOf(test)).toEqual([])
  })

  it('gives one event to every consumer of a module, and what they announce goes on', async () => {
    const seen: string[] = []
    const { bus, add } = await start({
      consumers: defineConsumers<DigestTables>({
        list_note: consumer({
          event: noteAdded,
          async handle(_context, body, meta, transaction) {
            await record(transaction, { event_id: meta.id, consumer: 'list_note', value: body.value })
            transaction.emit(noteShown, { value: body.value })
          },
        }),
        count_note: consumer({
          event: noteAdded,
          async handle(_context, body, meta, transaction) {
            await record(transaction, { event_id: meta.id, consumer: 'count_note', value: body.value })
          },
        }),
        note_shown: consumer({
          event: noteShown,
          async handle(_context, body) {
            seen.push(body.value)
          },
        }),
      }),
    })
    await add(['a', 'b'])
    await bus.settle()
    expect((await effectsOf(test)).map(({ consumer: name, value }) => `${value} ${name}`)).toEqual([
      'a count_note',
      'a list_note',
      'b count_note',
      'b list_note',
    ])
    expect(seen.sort()).toEqual(['a', 'b'])
  })

  it('tries again after growing pauses and takes effect once', async () => {
    const attemptedAt: number[] = []
    const retried = vi.fn<(fact: { error: string; attempt: number }) => void>()
    const { bus, add, clock } = await start({
      observer: { retried },
      consumers: recording((_value, attempt) => {
        attemptedAt.push(clock.now())
        if (attempt < 4) throw failure(errors.busy, { detail: 'a private sentence' })
      }),
    })
    await add(['slow'])
    await bus.settle()
    expect(attemptedAt).toHaveLength(1)
    expect(await effectsOf(test)).toEqual([])
    await bus.settle({ advanceTo: clock.set })
    const pauses = attemptedAt.slice(1).map((time, index) => time - (attemptedAt[index] ?? 0))
    expect(pauses).toEqual([750, 3_000, 12_000])
    expect(await effectsOf(test)).toHaveLength(1)
    expect(retried.mock.calls.map(([fact]) => fact.error)).toEqual(Array(3).fill('digest.busy'))
  })

  it('gives up a poison message with a code alone, holds up nothing else, and replays it on demand', async () => {
    let isHealed = false
    const dead = vi.fn<(fact: { error: string; attempt: number }) => void>()
    const { bus, add, clock } = await start({
      observer: { dead },
      consumers: recording((value) => {
        if (value === 'poison' && !isHealed) throw new Error('the private sentence poison')
      }),
    })
    await add(['poison', ...values(20)])
    await bus.settle()
    expect(await effectsOf(test)).toHaveLength(20)
    await bus.settle({ advanceTo: clock.set })
    const letters = await bus.deadLetters.list()
    expect(letters).toEqual([
      expect.objectContaining({ module: 'digest', consumer: 'list_note', attempts: 8, error: 'Error' }),
    ])
    expect(JSON.stringify(letters)).not.toContain('sentence')
    expect(dead).toHaveBeenCalledTimes(1)
    expect(dead).toHaveBeenCalledWith(expect.objectContaining({ cause: expect.any(Error) }))
    isHealed = true
    expect(await bus.deadLetters.replay({ module: 'digest', eventId: letters[0]?.eventId ?? '' })).toBe(1)
    await bus.settle()
    expect(await effectsOf(test)).toHaveLength(21)
    expect(await bus.deadLetters.list()).toEqual([])
  })

  it('prepares outside the transaction and hands over what it found', async () => {
    const open: (string | undefined)[] = []
    const { bus, add } = await start({
      consumers: defineConsumers<DigestTables>({
        list_note: consumer({
          event: noteAdded,
          async prepare(_context, body) {
            open.push(openTransaction())
            return { looked: `${body.value}!` }
          },
          async handle(_context, _body, meta, transaction) {
            open.push(openTransaction())
            const value = meta.prepared.looked
            await record(transaction, { event_id: meta.id, consumer: 'list_note', value })
          },
        }),
      }),
    })
    await add(['x'])
    await bus.settle()
    expect((await effectsOf(test)).map(({ value }) => value)).toEqual(['x!'])
    expect(open).toEqual([undefined, 'digest'])
  })

  it('absorbs what a relay publishes again after it was killed before its commit', async () => {
    const inner = newTransport()
    let deaths = 0
    const killed: Transport = {
      ...inner,
      async deliver(events, client) {
        const reached = await inner.deliver(events, client)
        deaths += 1
        if (deaths <= 2) throw new Error('killed')
        return reached
      },
    }
    const stalled = vi.fn<() => void>()
    const { bus, add } = await start({ transport: killed, observer: { stalled } })
    await add(values(30))
    await bus.settle()
    expect(deaths).toBeGreaterThanOrEqual(3)
    expect(stalled).toHaveBeenCalled()
    expect((await effectsOf(test)).map(({ value }) => value)).toEqual(values(30))
  })

  it('lets two processes share the work and handles each event once', async () => {
    const handledBy = new Map<string, number>()
    const counting = (process: string) => ({
      handled: () => void handledBy.set(process, (handledBy.get(process) ?? 0) + 1),
    })
    const first = await start({ observer: counting('first') })
    const second = await start({ observer: counting('second'), clock: first.clock })
    await Promise.all([first.add(values(150)), second.add(values(150).map((value) => `s${value}`))])
    await Promise.all([first.bus.settle(), second.bus.settle()])
    const effects = await effectsOf(test)
    expect(new Set(effects.map(({ event_id: id }) => id)).size).toBe(300)
    expect(effects).toHaveLength(300)
    expect((handledBy.get('first') ?? 0) + (handledBy.get('second') ?? 0)).toBe(300)
  })

  it('takes over from a worker that vanished, and gives up what keeps ending workers', async () => {
    const { bus, add, clock } = await start()
    await add(['left'])
    await bus.settle()
    await add(['deadly'])
    await bus.settle()
    const leaseEnd = new Date(clock.now() + 60_000).toISOString()
    await test.asOwner(`truncate digest.effects;
       update digest.inbox set state = 'pending', next_attempt_at = '${leaseEnd}',
         attempts = case when event_id::text = (select max(event_id::text) from digest.inbox) then 8 else 1 end`)
    await bus.settle()
    expect(await effectsOf(test)).toEqual([])
    await bus.settle({ advanceTo: clock.set })
    expect((await effectsOf(test)).map(({ value }) => value)).toEqual(['left'])
    expect(await bus.deadLetters.list()).toEqual([
      expect.objectContaining({ error: 'bus.never_reported_back' }),
    ])
  })

  it('lets a worker that lost its lease take no second effect', async () => {
    const reached = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const slow = defineConsumers<DigestTables>({
      list_note: consumer({
        event: noteAdded,
        async prepare() {
          reached.resolve()
          await go.promise
        },
        async handle(_context, body, meta, transaction) {
          await record(transaction, { event_id: meta.id, consumer: 'slow', value: body.value })
        },
      }),
    })
    const first = await start({ consumers: slow })
    await first.add(['contested'])
    await reached.promise
    // The lease ends for the second worker alone: the first stands still, its clock included.
    const later = fakeClock()
    later.set(first.clock.now() + 60_000)
    const second = await start({ clock: later, consumers: recording() })
    await second.bus.settle()
    expect(await effectsOf(test)).toHaveLength(1)
    go.resolve()
    await Promise.all([first.bus.settle(), second.bus.settle()])
    expect((await effectsOf(test)).map(({ consumer: name }) => name)).toEqual(['list_note'])
  })

  it('ends an attempt that hangs, keeps nothing of it, and goes on with the others', async () => {
    const { bus, add, clock, digest, context } = await start({
      attemptsMax: 2,
      consumers: defineConsumers<DigestTables>({
        ...recording(),
        hang: consumer({
          event: noteShown,
          timeoutMs: 300,
          async handle(_context, body, meta, transaction) {
            await record(transaction, { event_id: meta.id, consumer: 'hang', value: body.value })
            await new Promise(() => undefined)
          },
        }),
      }),
    })
    await digest.write(context(), async ({ emit }) => emit(noteShown, { value: 'hang' }))
    await add(values(10))
    await bus.settle({ advanceTo: clock.set })
    expect((await effectsOf(test)).map(({ value }) => value)).toEqual(values(10))
    expect(await bus.deadLetters.list()).toEqual([expect.objectContaining({ error: 'request.timeout' })])
  })

  it('stops gracefully: what runs is finished, the rest waits for the next start', async () => {
    const running = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const first = await start({
      consumers: recording(async () => {
        running.resolve()
        await go.promise
      }),
    })
    await first.add(values(40))
    await running.promise
    const stopped = first.bus.stop()
    go.resolve()
    await stopped
    const finished = (await effectsOf(test)).length
    expect(finished).toBeGreaterThan(0)
    expect(finished).toBeLessThan(40)
    const second = await start({ clock: first.clock })
    await second.bus.settle()
    expect((await effectsOf(test)).map(({ value }) => value)).toEqual(values(40))
  })

  // The embedded database has one connection: a relay that is held up holds up all.
  if (database === 'postgres') {
    it('takes on nothing new once it is stopping, even while its relay is held up', async () => {
      const [heldUp, release, go] = [gate(), gate(), gate()]
      const inner = newTransport()
      const slow: Transport = {
        ...inner,
        async deliver(events, client) {
          if (events.length === 1) {
            heldUp.resolve()
            await release.promise
          }
          return inner.deliver(events, client)
        },
      }
      let begun = 0
      const handled = vi.fn<() => void>()
      const { bus, add } = await start({
        transport: slow,
        observer: { handled },
        consumers: recording(async () => {
          begun += 1
          await go.promise
        }),
      })
      await add(values(40))
      await vi.waitFor(() => expect(begun).toBe(4), patience)
      await add(['late'])
      await heldUp.promise
      const stopped = bus.stop()
      go.resolve()
      await vi.waitFor(() => expect(handled.mock.calls.length).toBeGreaterThanOrEqual(4), patience)
      release.resolve()
      await stopped
      expect(begun).toBe(4)
    })
  }

  it('forgets handled deliveries after a week and keeps dead ones', async () => {
    const { bus, add, clock } = await start({
      attemptsMax: 1,
      consumers: recording((value) => {
        if (value === 'bad') throw new Error('no')
      }),
    })
    await add(['good', 'bad'])
    await bus.settle()
    expect(await bus.prune()).toBe(0)
    clock.advance(7 * 24 * 3_600_000 + 1)
    expect(await bus.prune()).toBe(1)
    expect(await bus.deadLetters.list()).toHaveLength(1)
  })
})
