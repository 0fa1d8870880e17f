import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeStream } from '@triptych/bus/testing'
import { type ConfigSlice, developmentSecrets, type Environment } from '@triptych/config'
import { openTestDatabase, type TestDatabase, type TestDatabaseKind } from '@triptych/db/testing'
import { migrateJobs } from '@triptych/jobs'
import { type Client, type Context, type Contract, newId, systemContext } from '@triptych/kernel'
import {
  type AnyModule,
  boot,
  type BootOptions,
  generateServiceKeys,
  platformConfig,
  type Running,
} from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { createMovableClock, type MovableClock } from './fake-clock.ts'
import { lanes } from './lanes.ts'

export interface TestSystemOptions {
  readonly modules: readonly AnyModule[]
  readonly database: TestDatabaseKind
  readonly loadDataKey: BootOptions['loadDataKey']
  /** Runs these modules in a process of their own, reached over HTTP with service tokens. */
  readonly apart?: readonly string[]
  readonly environment?: Environment
  /** Receives every log line; for tests that search them. */
  readonly onLog?: (line: string) => void
}

/** The product with a database of its own, listening on loopback. */
export interface TestSystem {
  readonly baseUrl: string
  readonly internalUrls: readonly string[]
  readonly clock: MovableClock
  readonly database: TestDatabase
  readonly running: readonly Running[]
  /** Calls a module as another module would. */
  clientOf<C extends Contract>(contract: C, caller?: string): Client<C>
  contextFor(userId?: string): Context
  /** Waits until every event has had its effect; with `retries`, also those that wait for another attempt. */
  settle(options?: { readonly retries: boolean }): Promise<void>
  close(): Promise<void>
}

const silent = { write: () => undefined }

export async function bootModules(options: TestSystemOptions): Promise<TestSystem> {
  const clock = createMovableClock()
  const directory = await mkdtemp(join(tmpdir(), 'triptych-test-'))
  const sources = options.modules.map((module) => ({
    module: module.contract.name as string,
    directory: module.migrations,
  }))
  const names = sources.map((source) => source.module)
  const database = await openTestDatabase(options.database, sources, lanes.postgresUrl, {
    name: `jobs of ${names.join(', ')}`,
    run: async (owner) => void (await migrateJobs(owner, names)),
  })
  const environment = { ...(await testEnvironment(options.modules, directory)), ...options.environment }
  const start = (overrides: Environment) =>
    boot({
      modules: options.modules,
      environment: { ...environment, ...overrides },
      logger: createLogger({
        level: 'debug',
        destination: options.onLog === undefined ? silent : { write: options.onLog },
      }),
      loadDataKey: options.loadDataKey,
      overrides: { clock, database: database.app },
    })

  const running = await startProcesses(options, start)
  const people = running[0]
  if (people?.publicUrl === undefined) throw new Error('the first process serves people')
  return {
    baseUrl: people.publicUrl,
    internalUrls: running.map((process) => process.internalUrl),
    clock,
    database,
    running,
    clientOf: (contract, caller = 'edge') => people.assembly.clientOf(contract, caller),
    contextFor: (userId) =>
      systemContext({ clock, newId, caller: 'edge', ...(userId === undefined ? {} : { userId }) }),
    settle: settleOf(running, clock),
    async close() {
      for (const process of running) await process.stop()
      const { NATS_URL: broker, NATS_STREAM: stream } = people.config
      if (broker !== undefined) await removeStream(broker, stream)
      await database.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Drives buses and jobs until both rest: what a job announced is on the bus only after it. */
function settleOf(running: readonly Running[], clock: MovableClock): TestSystem['settle'] {
  let begun = 0
  return async ({ retries } = { retries: false }) => {
    const advanceTo = (time: number) => clock.advance(Math.max(0, time - clock.now()))
    let before: number
    do {
      before = begun
      begun = 0
      for (const { platform } of running) {
        await platform.bus.settle(retries ? { advanceTo } : {})
        begun += await platform.jobs.settle()
      }
    } while (begun !== before)
  }
}

/** The people's process first. A module apart is known by its port before the process that calls it starts. */
async function startProcesses(
  options: TestSystemOptions,
  start: (overrides: Environment) => Promise<Running>,
): Promise<Running[]> {
  const apart = options.apart ?? []
  if (apart.length === 0) return [await start({ PUBLIC_API: 'on' })]
  const all = options.modules.map((module) => module.contract.name as string)
  const here = all.filter((name) => !apart.includes(name))
  const [peoplePort, apartPort] = [await freePort(), await freePort()]
  if (lanes.natsUrl === undefined) throw new Error('Modules apart need a broker: set TEST_NATS_URL.')
  const broker = { NATS_URL: lanes.natsUrl, NATS_STREAM: `test-${newId()}` }
  const urls = (names: readonly string[], port: number) =>
    names.map((name) => `${name}=http://127.0.0.1:${port}`).join(',')
  const elsewhere = await start({
    MODULES: apart.join(','),
    MODULE_URLS: urls(here, peoplePort),
    INTERNAL_PORT: String(apartPort),
    PUBLIC_API: 'off',
    ...broker,
  })
  const people = await start({
    MODULES: here.join(','),
    MODULE_URLS: urls(apart, apartPort),
    INTERNAL_PORT: String(peoplePort),
    PUBLIC_API: 'on',
    ...broker,
  })
  return [people, elsewhere]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function testEnvironment(modules: readonly AnyModule[], directory: string): Promise<Environment> {
  const keysFile = join(directory, 'service-keys.json')
  const keys = await generateServiceKeys(modules.map((module) => module.contract.name as string))
  await writeFile(keysFile, JSON.stringify(keys))
  const slices = [platformConfig, ...modules.map((module) => module.config as ConfigSlice)]
  return {
    TRIPTYCH_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    INTERNAL_PORT: '0',
    DATA_DIR: directory,
    SERVICE_KEYS_FILE: keysFile,
    PUBLIC_URL: 'http://localhost:3000',
    // A busy machine makes tests slow, not wrong.
    OVERLOAD_DELAY_MS: '0',
    ...(await developmentSecrets(slices, directory, {})),
  }
}
