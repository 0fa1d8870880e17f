import { StringValueSchema } from '@bufbuild/protobuf/wkt'
import { createModuleDatabase, type ModuleDatabase, type Transaction } from '@triptych/db'
import { openTestDatabase, type TestDatabase, type TestDatabaseKind } from '@triptych/db/testing'
import { type Context, defineEvent, newId, systemContext } from '@triptych/kernel'
import {
  type Bus,
  type BusObserver,
  consumer,
  type Consumers,
  createBus,
  defineConsumers,
  jetStreamTransport,
  localTransport,
  type Transport,
} from '../src/index.ts'
import { removeStream } from '../src/testing.ts'
import { hasNatsBinary, startNats } from './nats-server.ts'

export const noteAdded = defineEvent('notes.note.added.v1', StringValueSchema)
export const noteShown = defineEvent('digest.note.shown.v1', StringValueSchema)

export interface DigestTables {
  effects: {
    event_id: string
    consumer: string
    value: string
    user_id: string | null
    organization_id: string | null
  }
}

export const postgresUrl = process.env['TEST_POSTGRES_URL']
const natsUrl = process.env['TEST_NATS_URL']
const databases: TestDatabaseKind[] = postgresUrl === undefined ? ['embedded'] : ['embedded', 'postgres']
const transports =
  natsUrl !== undefined || hasNatsBinary ? (['local', 'jetstream'] as const) : (['local'] as const)
export const lanes = databases.flatMap((database) => transports.map((transport) => ({ database, transport })))

export const openDatabase = (kind: TestDatabaseKind): Promise<TestDatabase> =>
  openTestDatabase(
    kind,
    ['notes', 'digest'].map((module) => ({
      module,
      directory: new URL(`fixtures/${module}/`, import.meta.url),
    })),
    postgresUrl,
  )

/** A server for the JetStream lanes: the one named in the environment, or one of the test's own. */
export async function natsFor(transport: 'local' | 'jetstream') {
  const nothing = async () => undefined
  if (transport === 'local') return { url: '', removeStream: nothing, dispose: nothing }
  const own = natsUrl === undefined ? await startNats() : undefined
  const url = own?.url ?? natsUrl ?? ''
  return {
    url,
    removeStream: (name: string) => removeStream(url, name),
    dispose: async () => own?.dispose(),
  }
}

/** Streams of one test do not meet those of another on the same server. */
export function transportOf(kind: 'local' | 'jetstream', url: string, name: string): Transport {
  if (kind === 'local') return localTransport()
  return jetStreamTransport({ servers: url, stream: name, subjectPrefix: name, ackWaitMs: 2_000 })
}

export const freshName = (): string => `t${newId().replaceAll('-', '')}`

/** A clock that stands still until it is moved. */
export function fakeClock() {
  let time = Date.parse('2026-03-01T09:00:00Z')
  return {
    now: () => time,
    set: (to: number) => {
      time = to
    },
    advance: (byMs: number) => {
      time += byMs
    },
  }
}
export type FakeClock = ReturnType<typeof fakeClock>

export interface System {
  readonly bus: Bus
  readonly clock: FakeClock
  readonly notes: ModuleDatabase<object>
  readonly digest: ModuleDatabase<DigestTables>
  readonly context: (about?: { userId?: string; organizationId?: string }) => Context
  /** Announces one note per value in one transaction. */
  readonly add: (
    values: readonly string[],
    about?: { userId?: string; organizationId?: string },
  ) => Promise<void>
}

export interface SystemOptions {
  readonly test: TestDatabase
  readonly transport: Transport
  readonly consumers?: Consumers<DigestTables>
  readonly clock?: FakeClock
  readonly observer?: BusObserver
  readonly attemptsMax?: number
  readonly modules?: readonly ('notes' | 'digest')[]
  readonly worker?: boolean
}

/** One process: two modules on one bus. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { test } = options
  const clock = options.clock ?? fakeClock()
  const bus = createBus({
    database: test.app,
    transport: options.transport,
    clock,
    newId,
    random: () => 0.5,
    pollMs: 50,
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    ...(options.attemptsMax === undefined ? {} : { retry: { attemptsMax: options.attemptsMax } }),
  })
  const open = <Tables>(module: string) =>
    createModuleDatabase<Tables>({
      database: test.app,
      module,
      clock,
      newId,
      onEmitted: () => bus.nudge(module),
    })
  const notes = open<object>('notes')
  const digest = open<DigestTables>('digest')
  const modules = options.modules ?? ['notes', 'digest']
  if (modules.includes('notes')) bus.addModule({ module: 'notes', database: notes })
  if (modules.includes('digest')) {
    bus.addModule({ module: 'digest', database: digest, consumers: options.consumers ?? recording() })
  }
  await bus.start({ worker: options.worker ?? true })
  const context: System['context'] = ({ userId, organizationId } = {}) => ({
    ...systemContext({ clock, newId, ...(userId === undefined ? {} : { userId }) }),
    ...(organizationId === undefined ? {} : { tenant: { organizationId, role: 'member' as const } }),
  })
  return {
    bus,
    clock,
    notes,
    digest,
    context,
    add: (values, about) =>
      notes.write(context(about), async ({ emit }) => {
        for (const value of values) emit(noteAdded, { value })
      }),
  }
}

/** Writes down what a handler saw. */
export async function record(
  transaction: Transaction<DigestTables>,
  row: Omit<DigestTables['effects'], 'user_id' | 'organization_id'>,
  context?: Context,
): Promise<void> {
  await transaction.query
    .insertInto('effects')
    .values({
      ...row,
      user_id: context?.actor.kind === 'system' ? (context.actor.userId ?? null) : null,
      organization_id: context?.tenant?.organizationId ?? null,
    })
    .execute()
}

/** A consumer that writes down what it got. */
export const recording = (
  before: (value: string, attempt: number) => void | Promise<void> = () => undefined,
): Consumers<DigestTables> =>
  defineConsumers<DigestTables>({
    list_note: consumer({
      event: noteAdded,
      async handle(context, body, meta, transaction) {
        await record(transaction, { event_id: meta.id, consumer: 'list_note', value: body.value }, context)
        await before(body.value, meta.attempt)
      },
    }),
  })

export const effectsOf = async (test: TestDatabase): Promise<DigestTables['effects'][]> =>
  (await test.asOwner(
    'select event_id, consumer, value, user_id, organization_id from digest.effects order by value, consumer',
  )) as unknown as DigestTables['effects'][]

export const emptyTables = (test: TestDatabase) =>
  test.asOwner('truncate notes.outbox, notes.inbox, digest.outbox, digest.inbox, digest.effects')
