import { join } from 'node:path'
import { type Bus, createBus, jetStreamTransport, localTransport } from '@triptych/bus'
import {
  type AppliedMigration,
  asApp,
  type Database,
  migrate,
  openDatabase,
  pendingMigrations,
  requireBoundRole,
} from '@triptych/db'
import type { ComponentHealth } from '@triptych/http'
import { createJobs, type Jobs, migrateJobs, pendingJobMigrations } from '@triptych/jobs'
import { createMemoryKv, createRedisKv, createRedisScripts, type Kv, type RedisScripts } from '@triptych/kv'
import { createFileStorage, createS3Storage, type Storage } from '@triptych/storage'
import type { AnyModule, Ground, OpenRedisScripts } from './define-module.ts'
import { nameOf } from './enabled.ts'
import { healthOf } from './platform-health.ts'
import { observeBus, observeJobs } from './observers.ts'
import type { PlatformConfig } from './platform-config.ts'

/** What the modules of a process stand on, each part embedded or real by configuration. */
export interface Platform {
  readonly database: Database
  readonly kv: Kv
  /** Undefined where there is no Redis. */
  redisScriptsOf(module: string): OpenRedisScripts | undefined
  readonly bus: Bus
  readonly jobs: Jobs
  readonly storage: Storage
  health(): Promise<ComponentHealth[]>
  close(): Promise<void>
}

/** Opens the parts; migrates first, so that no module sees an old schema. */
export async function openPlatform(
  config: PlatformConfig,
  modules: readonly AnyModule[],
  ground: Ground,
  given: Database | undefined,
): Promise<Platform> {
  const database = given ?? (await openMigrated(config, modules))
  const isEmbedded = database.kind === 'embedded'
  await requireBoundRole(database, { allowSuperuserLogin: isEmbedded || !ground.isProduction })
  const kv = openKv(config, ground)
  const ownScripts: RedisScripts[] = []
  const storage = await openStorage(config)
  const transport = transportOf(config)
  const bus = createBus({
    database,
    clock: ground.clock,
    newId: ground.newId,
    observer: observeBus(ground),
    transport,
    elsewhere: Object.keys(config.MODULE_URLS),
  })
  const jobs = createJobs({
    database,
    clock: ground.clock,
    newId: ground.newId,
    observer: observeJobs(ground),
  })
  return {
    database,
    kv,
    redisScriptsOf: (module) => redisScriptsOf(config, module, ownScripts),
    bus,
    jobs,
    storage,
    health: () => healthOf(config, { database, kv, transport, storage }),
    close: async () => {
      await kv.close()
      for (const scripts of ownScripts) await scripts.close()
      if (given === undefined) await database.close()
    },
  }
}

const transportOf = (config: PlatformConfig) =>
  config.NATS_URL === undefined
    ? localTransport()
    : jetStreamTransport({
        servers: config.NATS_URL,
        stream: config.NATS_STREAM,
        subjectPrefix: config.NATS_STREAM,
      })

const openKv = (config: PlatformConfig, { clock }: Ground): Kv =>
  config.REDIS_URL === undefined
    ? createMemoryKv({ clock })
    : createRedisKv({ url: config.REDIS_URL, prefix: 'triptych:' })

function redisScriptsOf(
  { REDIS_URL: url }: PlatformConfig,
  module: string,
  opened: RedisScripts[],
): OpenRedisScripts | undefined {
  if (url === undefined) return undefined
  return (scripts) => {
    const own = createRedisScripts({ url, prefix: `triptych:${module}:`, scripts })
    opened.push(own)
    return own
  }
}

async function openStorage(config: PlatformConfig): Promise<Storage> {
  if (config.S3_ENDPOINT === undefined) return createFileStorage({ dir: join(config.DATA_DIR, 'files') })
  return createS3Storage({
    endpoint: config.S3_ENDPOINT,
    bucket: config.S3_BUCKET,
    region: config.S3_REGION,
    forcePathStyle: true,
    credentials: {
      accessKeyId: config.S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.S3_SECRET_ACCESS_KEY ?? '',
    },
  })
}

async function openMigrated(config: PlatformConfig, modules: readonly AnyModule[]): Promise<Database> {
  if (config.DATABASE_URL === undefined) {
    const embedded = await openOwner(config)
    await migrateAll(embedded, modules)
    return asApp(embedded)
  }
  await migrateDatabase(config, modules)
  return asApp(await openDatabase({ kind: 'postgres', url: config.DATABASE_URL }))
}

/** The database as the one who may change its schema. */
async function openOwner(config: PlatformConfig): Promise<Database> {
  const url = config.DATABASE_OWNER_URL ?? config.DATABASE_URL
  return url === undefined
    ? openDatabase({ kind: 'embedded', directory: join(config.DATA_DIR, 'db') })
    : openDatabase({ kind: 'postgres', url, connectionsMax: 2 })
}

interface Schema {
  pending(owner: Database): Promise<AppliedMigration[]>
  migrate(owner: Database): Promise<AppliedMigration[]>
}

/** All that makes up the schema, in the order in which it is brought up to date. */
function schemasOf(modules: readonly AnyModule[]): Schema[] {
  const sources = modules.map((module) => ({ module: nameOf(module), directory: module.migrations }))
  return [
    { pending: (owner) => pendingMigrations(owner, sources), migrate: (owner) => migrate(owner, sources) },
    { pending: pendingJobMigrations, migrate: (owner) => migrateJobs(owner, modules.map(nameOf)) },
  ]
}

const migrateAll = (owner: Database, modules: readonly AnyModule[]) =>
  inTurn(modules, (schema) => schema.migrate(owner))

async function inTurn(
  modules: readonly AnyModule[],
  ask: (schema: Schema) => Promise<AppliedMigration[]>,
): Promise<AppliedMigration[]> {
  const answers: AppliedMigration[] = []
  for (const schema of schemasOf(modules)) answers.push(...(await ask(schema)))
  return answers
}

/** Brings the schema up to date, once, under a lock; returns what was applied. */
export async function migrateDatabase(config: PlatformConfig, modules: readonly AnyModule[]) {
  const owner = await openOwner(config)
  try {
    return await migrateAll(owner, modules)
  } finally {
    await owner.close()
  }
}

/** What `migrateDatabase` would apply. */
export async function waitingMigrations(config: PlatformConfig, modules: readonly AnyModule[]) {
  const owner = await openOwner(config)
  try {
    return await inTurn(modules, (schema) => schema.pending(owner))
  } finally {
    await owner.close()
  }
}
