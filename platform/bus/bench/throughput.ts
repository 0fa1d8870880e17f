/**
 * Events a second from outbox to handled effect, over both transports on Postgres, beside JetStream's bare publish.
 *
 *   TEST_POSTGRES_URL=… node bench/throughput.ts [events]
 */
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { systemClock } from '@triptych/kernel'
import { startNats } from '../test/nats-server.ts'
import { effectsOf, freshName, openDatabase, postgresUrl, startSystem, transportOf } from '../test/system.ts'

const count = Number(process.argv[2] ?? 5_000)
const perTransaction = 50
const rate = (events: number, since: number): string =>
  `${Math.round(events / ((performance.now() - since) / 1_000)).toLocaleString('en')} events/s`

async function barePublish(url: string): Promise<void> {
  const nats = await connect({ servers: url })
  const name = freshName()
  await (await jetstreamManager(nats)).streams.add({ name, subjects: [`${name}.>`] })
  const started = performance.now()
  for (let sent = 0; sent < count; sent += 200) {
    await Promise.all(
      Array.from({ length: 200 }, () => jetstream(nats).publish(`${name}.x`, new Uint8Array(32))),
    )
  }
  console.log(`JetStream, publish with acknowledgement alone: ${rate(count, started)}`)
  await nats.close()
}

async function throughBus(kind: 'local' | 'jetstream', url: string): Promise<void> {
  const test = await openDatabase('postgres')
  const clock = { ...systemClock, set: () => undefined, advance: () => undefined }
  const system = await startSystem({ test, transport: transportOf(kind, url, freshName()), clock })
  const started = performance.now()
  for (let sent = 0; sent < count; sent += perTransaction) {
    await system.add(Array.from({ length: perTransaction }, (_, index) => `${sent + index}`))
  }
  const emitted = rate(count, started)
  await system.bus.settle({ timeoutMs: 120_000 })
  const handled = rate(count, started)
  const effects = (await effectsOf(test)).length
  console.log(`${kind}: emitted ${emitted}; outbox to handled ${handled}; ${effects} effects of ${count}`)
  await system.bus.stop()
  await test.close()
}

if (postgresUrl === undefined) throw new Error('TEST_POSTGRES_URL is not set')
const nats = await startNats()
try {
  await barePublish(nats.url)
  await throughBus('local', nats.url)
  await throughBus('jetstream', nats.url)
} finally {
  await nats.dispose()
}
