import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  jetstream,
  type JetStreamClient,
  jetstreamManager,
  type JsMsg,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { connect, nanos, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node'
import { withinDeadline } from '@triptych/kernel/server'
import { createIntake, type Intake } from './intake.ts'
import type { EventRow } from './event-row.ts'
import type { Inboxes, Transport } from './transport.ts'
import { headersOf } from './wire.ts'

export interface JetStreamOptions {
  readonly servers: string | readonly string[]
  /** User, password, token, TLS. */
  readonly connection?: Omit<NodeConnectionOptions, 'servers'>
  /** `EVENTS` unless said. */
  readonly stream?: string
  /** Leads every subject on the wire: `events` unless said. */
  readonly subjectPrefix?: string
  /** Copies that the server cluster keeps; 1 unless said. */
  readonly replicas?: number
  /** How long the server waits for an inbox to take a message before it sends it again; 30 s unless said. */
  readonly ackWaitMs?: number
}

const day = 24 * 3_600_000
const keptMs = 7 * day
const duplicateWindowMs = 120_000
const defaultAckWaitMs = 30_000
const unackedMax = 1_000
const pulledMax = 200
const publishTimeoutMs = 5_000
const reconnectEveryMs = 250
/** Without the server, acknowledgements cannot leave; its redelivery is harmless. */
const drainMs = 1_000
const pingMs = 1_000

/** For modules in several processes: a stream on the way, and a durable consumer per module and subject. */
export function jetStreamTransport(options: JetStreamOptions): Transport {
  const settings: StreamSettings = {
    stream: options.stream ?? 'EVENTS',
    prefix: options.subjectPrefix ?? 'events',
    ackWaitMs: options.ackWaitMs ?? defaultAckWaitMs,
  }
  const durables: { name: string; messages: ConsumerMessages }[] = []
  const intakes: Intake[] = []
  let connection: NatsConnection | undefined
  let publisher: JetStreamClient | undefined

  async function receive(nats: NatsConnection, inboxes: Inboxes): Promise<void> {
    for (const { module, subjects } of inboxes.subscriptions) {
      const intake = createIntake(module, inboxes)
      intakes.push(intake)
      for (const subject of subjects) {
        const name = `${module}__${subject.replaceAll('.', '_')}`
        const take = (message: JsMsg) => intake.take(message, subject)
        durables.push({ name, messages: await subscribe(nats, settings, { name, subject, take }) })
      }
    }
  }

  async function publish(event: EventRow): Promise<void> {
    if (publisher === undefined) throw new Error('The transport delivers nothing before start().')
    await publisher.publish(`${settings.prefix}.${event.subject}`, event.body, {
      msgID: event.id,
      headers: headersOf(event),
      timeout: publishTimeoutMs,
    })
  }

  return {
    async start(inboxes, { receiving }) {
      connection = await open(options)
      publisher = jetstream(connection)
      await ensureStream(connection, settings, options.replicas ?? 1)
      if (receiving) await receive(connection, inboxes)
    },
    async deliver(events) {
      const outcomes = await Promise.allSettled(events.map(publish))
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
      return []
    },
    isIdle: async () =>
      connection === undefined ||
      (intakes.every((intake) => intake.isEmpty()) &&
        (await areSettled(connection, settings.stream, durables)) &&
        intakes.every((intake) => intake.isEmpty())),
    ping: async () => (connection !== undefined && (await isAnswering(connection)) ? 'up' : 'down'),
    async stop() {
      await Promise.all(durables.map(({ messages }) => messages.close()))
      await Promise.all(intakes.map((intake) => intake.drained()))
      if (connection !== undefined) await leave(connection)
    },
  }
}

async function isAnswering(nats: NatsConnection): Promise<boolean> {
  let answered = false
  await withinDeadline(pingMs, async () => {
    answered = await nats.rtt().then(
      () => true,
      () => false,
    )
  })
  return answered
}

async function leave(nats: NatsConnection): Promise<void> {
  if (nats.isClosed()) return
  await withinDeadline(drainMs, () => nats.drain())
  await nats.close()
}

/** Whether the server holds nothing that these consumers have not acknowledged. */
async function areSettled(
  nats: NatsConnection,
  stream: string,
  durables: readonly { readonly name: string }[],
): Promise<boolean> {
  const manager = await jetstreamManager(nats)
  for (const { name } of durables) {
    const info = await manager.consumers.info(stream, name)
    if (info.num_pending > 0 || info.num_ack_pending > 0) return false
  }
  return true
}

interface StreamSettings {
  readonly ackWaitMs: number
  readonly stream: string
  readonly prefix: string
}

const open = (options: JetStreamOptions): Promise<NatsConnection> =>
  connect({
    ...options.connection,
    servers: [options.servers].flat(),
    name: 'triptych',
    // The server may be away for as long as it likes; outboxes wait.
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectEveryMs,
  })

async function ensureStream(nats: NatsConnection, settings: StreamSettings, replicas: number): Promise<void> {
  const manager = await jetstreamManager(nats)
  const wanted = {
    name: settings.stream,
    subjects: [`${settings.prefix}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(keptMs),
    duplicate_window: nanos(duplicateWindowMs),
    num_replicas: replicas,
  }
  const exists = await manager.streams.info(settings.stream).then(
    () => true,
    () => false,
  )
  if (exists) await manager.streams.update(settings.stream, wanted)
  else await manager.streams.add(wanted)
}

async function subscribe(
  nats: NatsConnection,
  settings: StreamSettings,
  to: { readonly name: string; readonly subject: string; readonly take: (message: JsMsg) => void },
): Promise<ConsumerMessages> {
  const manager = await jetstreamManager(nats)
  await manager.consumers.add(settings.stream, {
    durable_name: to.name,
    filter_subject: `${settings.prefix}.${to.subject}`,
    ack_policy: AckPolicy.Explicit,
    // A module that starts late still receives what the stream holds.
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(settings.ackWaitMs),
    max_ack_pending: unackedMax,
    max_deliver: -1,
  })
  const durable = await jetstream(nats).consumers.get(settings.stream, to.name)
  return durable.consume({ max_messages: pulledMax, callback: to.take })
}
