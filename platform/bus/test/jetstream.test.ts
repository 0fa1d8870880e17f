import { create, toBinary } from '@bufbuild/protobuf'
import { StringValueSchema } from '@bufbuild/protobuf/wkt'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, headers, type NatsConnection } from '@nats-io/transport-node'
import type { TestDatabase, TestDatabaseKind } from '@triptych/db/testing'
import { newId } from '@triptych/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasNatsBinary, type NatsServer, startNats } from './nats-server.ts'
import {
  effectsOf,
  emptyTables,
  freshName,
  openDatabase,
  postgresUrl,
  recording,
  startSystem,
  type System,
  type SystemOptions,
  transportOf,
} from './system.ts'

const kinds: TestDatabaseKind[] = postgresUrl === undefined ? ['embedded'] : ['embedded', 'postgres']
const values = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'))

describe.skipIf(!hasNatsBinary).each(kinds)('JetStream between processes, rows on %s', (kind) => {
  let test: TestDatabase
  let server: NatsServer
  let direct: NatsConnection
  let systems: System[] = []
  let stream: string

  beforeAll(async () => {
    ;[test, server] = await Promise.all([openDatabase(kind), startNats()])
    direct = await connect({ servers: server.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 })
  })
  afterAll(async () => {
    await direct.close()
    await test.close()
    await server.dispose()
  })
  beforeEach(async () => {
    stream = freshName()
    await emptyTables(test)
  })
  afterEach(async () => {
    await Promise.all(systems.map(({ bus }) => bus.stop()))
    systems = []
  })

  async function start(options: Partial<SystemOptions> = {}): Promise<System> {
    const transport = transportOf('jetstream', server.url, stream)
    const system = await startSystem({ test, transport, ...options })
    systems.push(system)
    return system
  }
  const shown = async () => (await effectsOf(test)).map(({ value }) => value)
  const untilShown = (count: number) =>
    vi.waitFor(async () => expect(await shown()).toHaveLength(count), { timeout: 45_000, interval: 50 })

  it('carries an event from a process that runs one module to one that runs another', async () => {
    const publisher = await start({ modules: ['notes'] })
    const subscriber = await start({ modules: ['digest'], clock: publisher.clock })
    await publisher.add(values(50))
    await publisher.bus.settle()
    await subscriber.bus.settle()
    expect(await shown()).toEqual(values(50))
  })

  it('delivers to a module that starts after the fact', async () => {
    const publisher = await start({ modules: ['notes'] })
    await publisher.add(['early'])
    await publisher.bus.settle()
    const subscriber = await start({ modules: ['digest'], clock: publisher.clock })
    await subscriber.bus.settle()
    expect(await shown()).toEqual(['early'])
  })

  it('says whether events can leave', async () => {
    const transport = transportOf('jetstream', server.url, stream)
    systems.push(await startSystem({ test, transport }))
    expect(await transport.ping()).toBe('up')
    await server.kill()
    expect(await transport.ping()).toBe('down')
    await server.start()
    await vi.waitFor(async () => expect(await transport.ping()).toBe('up'), { timeout: 10_000 })
  })

  it('loses nothing and repeats nothing when the server is killed in the middle and comes back', async () => {
    const system = await start()
    await system.add(values(300))
    await vi.waitFor(async () => expect((await shown()).length).toBeGreaterThan(0), { timeout: 10_000 })
    await server.kill()
    await system.add(values(300).map((value) => `while away ${value}`))
    await server.start()
    await system.add(values(100).map((value) => `x after ${value}`))
    await untilShown(700)
    await system.bus.settle({ timeoutMs: 20_000 })
    expect(new Set(await shown()).size).toBe(700)
    expect(await shown()).toHaveLength(700)
  })

  it('takes duplicates and any order as one event each', async () => {
    const system = await start({ modules: ['digest'] })
    const send = jetstream(direct)
    const ids = values(40).map((value) => ({ value, id: newId() }))
    const shuffled = [...ids, ...ids, ...ids].sort((a, b) => (a.id.slice(-4) < b.id.slice(-4) ? -1 : 1))
    for (const { value, id } of [...ids.toReversed(), ...shuffled]) {
      const carried = headers()
      // Without Nats-Msg-Id the server drops no repeat: only the inbox stands between a repeat and its effect.
      carried.set('Triptych-Event-Id', id)
      carried.set('Triptych-Occurred-At', '2026-03-01T09:00:00.000Z')
      await send.publish(`${stream}.notes.note.added.v1`, encode(value), { headers: carried })
    }
    await system.bus.settle()
    expect(await shown()).toEqual(values(40))
  })

  it('names no person or organisation in subjects and message ids', async () => {
    const system = await start()
    const [userId, organizationId] = [newId(), newId()]
    await system.add(['private'], { userId, organizationId })
    await system.bus.settle()
    const manager = await jetstreamManager(direct)
    const message = await manager.streams.getMessage(stream, { seq: 1 })
    expect(message?.subject).toBe(`${stream}.notes.note.added.v1`)
    expect(message?.header.get('Nats-Msg-Id')).not.toContain(userId)
    expect(message?.header.get('Triptych-User-Id')).toBe(userId)
    const { config } = await manager.streams.info(stream)
    expect(config.max_age / 1e9).toBe(7 * 24 * 3_600)
  })

  it('leaves out what no relay wrote, says so, and goes on', async () => {
    const stalled = vi.fn<(fact: { part: string }) => void>()
    const system = await start({ observer: { stalled } })
    await jetstream(direct).publish(`${stream}.notes.note.added.v1`, encode('foreign'))
    await system.add(['own'])
    await system.bus.settle()
    expect(await shown()).toEqual(['own'])
    expect(stalled).toHaveBeenCalledWith(expect.objectContaining({ part: 'transport' }))
  })

  it('gives each event to one of two replicas', async () => {
    const first = await start({ consumers: recording() })
    await start({ consumers: recording(), clock: first.clock })
    await first.add(values(200))
    await untilShown(200)
    await first.bus.settle()
    expect(await shown()).toEqual(values(200))
  })
})

const encode = (value: string): Uint8Array =>
  toBinary(StringValueSchema, create(StringValueSchema, { value }))
