import {
  createModuleDatabase,
  createOnceStore,
  type IdempotencyTables,
  type ModuleDatabase,
} from '@triptych/db'
import type { Authenticator, MountedModule } from '@triptych/http'
import type { Client, Contract } from '@triptych/kernel'
import {
  createClient,
  createDispatcher,
  type Dispatcher,
  httpLink,
  type Link,
  localLink,
  serviceTokenSigner,
} from '@triptych/kernel/server'
import type { FastifyInstance } from 'fastify'
import { createCiphers, keyRingOf, type LoadDataKey } from './ciphers.ts'
import type { AnyModule, Ciphers, Ground, ModuleInstance, OpenRedisScripts } from './define-module.ts'
import { nameOf } from './enabled.ts'
import { observeKv, observeScripts } from './observe-kv.ts'
import type { Platform } from './open-platform.ts'
import type { PlatformConfig } from './platform-config.ts'
import { edgeIssuer, readServiceKeys, type ServiceKeys } from './service-keys.ts'

/** A module's instance; its tables are known to itself alone, and every module has the platform's. */
type Instance = ModuleInstance<Contract, IdempotencyTables>

export interface AssembleOptions {
  readonly modules: readonly AnyModule[]
  readonly enabled: readonly AnyModule[]
  readonly configs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly config: PlatformConfig
  readonly ground: Ground
  readonly platform: Platform
  readonly loadDataKey: (clientOf: Assembly['clientOf']) => LoadDataKey
}

/** The modules of this process, wired to each other and to those elsewhere. */
export interface Assembly {
  readonly instances: ReadonlyMap<string, Instance>
  readonly dispatchers: ReadonlyMap<string, Dispatcher>
  readonly mounted: readonly MountedModule[]
  readonly routes: readonly ((app: FastifyInstance) => void | Promise<void>)[]
  readonly authenticator: Authenticator | undefined
  readonly serviceKeys: ServiceKeys
  readonly servesPeople: boolean
  readonly moduleNames: readonly string[]
  statusOf(module: string): Promise<'ok' | 'down'>
  /** A client of any module, called in the name of `caller`. */
  clientOf<C extends Contract>(contract: C, caller: string): Client<C>
}

export async function assemble(options: AssembleOptions): Promise<Assembly> {
  const { config, ground, platform } = options
  const serviceKeys = await readServiceKeys(config.SERVICE_KEYS_FILE)
  const dispatchers = new Map<string, Dispatcher>()
  const instances = new Map<string, Instance>()
  const links = linksOf(options, dispatchers, serviceKeys)
  const clientOf = <C extends Contract>(contract: C, caller: string): Client<C> =>
    createClient(contract, links(contract.name), caller)
  const loadDataKey = options.loadDataKey(clientOf)
  const keyRing = keyRingOf(config)

  for (const module of options.enabled) {
    const name = nameOf(module)
    const ciphers = createCiphers(ground, name, keyRing, loadDataKey)
    const db = databaseOf(module, options, ciphers)
    const logger = ground.logger.child({ module: name })
    const needs = Object.entries(module.needs as Record<string, Contract>)
    const clients = Object.fromEntries(needs.map(([alias, contract]) => [alias, clientOf(contract, name)]))
    const instance = module.create({
      ...ground,
      logger,
      config: options.configs[name] ?? {},
      clients,
      db,
      kv: observeKv(platform.kv, name, ground.metrics),
      redisScripts: scriptsOf(name, platform, ground),
      storage: platform.storage,
      jobs: platform.jobs,
      deadLetters: platform.bus.deadLetters,
      ciphers,
      keyRing,
    }) as Instance
    instances.set(name, instance)
    platform.bus.addModule({
      module: name,
      database: db,
      ...(instance.consumers === undefined ? {} : { consumers: instance.consumers }),
    })
    if (module.jobs !== undefined && instance.jobHandlers !== undefined) {
      platform.jobs.addModule({ module: name, jobs: module.jobs, handlers: instance.jobHandlers })
    }
    dispatchers.set(name, dispatcherOf({ module, instance, db, ciphers }, options))
  }

  const edges = options.modules.map((module) => edgeOf(module, options, links))
  return {
    instances,
    dispatchers,
    serviceKeys,
    clientOf,
    mounted: edges.map(({ mounted }) => mounted),
    routes: edges.flatMap(({ edge }) => (edge?.routes === undefined ? [] : [edge.routes])),
    authenticator: edges.map(({ edge }) => edge?.authenticator).find((found) => found !== undefined),
    servesPeople: config.PUBLIC_API === 'on' || (config.PUBLIC_API === 'auto' && instances.has('identity')),
    moduleNames: options.modules.map(nameOf),
    statusOf: (module) => statusOf(module, instances, config),
  }
}

function scriptsOf(module: string, platform: Platform, { metrics }: Ground): OpenRedisScripts | undefined {
  const open = platform.redisScriptsOf(module)
  return open === undefined ? undefined : observeScripts(open, module, metrics)
}

function databaseOf(
  module: AnyModule,
  options: AssembleOptions,
  ciphers: Ciphers,
): ModuleDatabase<IdempotencyTables> {
  const { ground, platform } = options
  return createModuleDatabase<IdempotencyTables>({
    database: platform.database,
    module: nameOf(module),
    clock: ground.clock,
    newId: ground.newId,
    ...(module.constraints === undefined ? {} : { constraints: module.constraints }),
    onEmitted: () => platform.bus.nudge(nameOf(module)),
    sealerOf: async (context, once) => {
      const cipher = await ciphers.cipherOf(context, once.userId)
      return (text) => cipher.encrypt(text, outcomeCell(once.key))
    },
  })
}

const outcomeCell = (key: string) => ({ table: 'idempotency_keys', column: 'sealed_output', row: key })

interface BuiltModule {
  readonly module: AnyModule
  readonly instance: Instance
  readonly db: ModuleDatabase<IdempotencyTables>
  readonly ciphers: Ciphers
}

function dispatcherOf(built: BuiltModule, options: AssembleOptions): Dispatcher {
  const { module, instance, db, ciphers } = built
  const { ground, platform } = options
  const { clock, logger } = ground
  const kv = observeKv(platform.kv, nameOf(module), ground.metrics)
  return createDispatcher({
    contract: module.contract as Contract,
    handlers: instance.handlers,
    clock,
    once: createOnceStore({
      database: db,
      clock,
      claims: {
        claim: (key, ttlMs) => kv.set(key, '1', { ttlMs, ifAbsent: true }),
        release: async (key) => void (await kv.delete(key)),
      },
      unseal: async (context, once, sealed) =>
        (await ciphers.cipherOf(context, once.userId)).decrypt(sealed, outcomeCell(once.key)),
    }),
    onUnexpected: (operation, context, error) => {
      const place = { module: nameOf(module), operation, requestId: context.requestId }
      logger.for(context).error({ module: place.module, operation, error }, 'operation.failed')
      ground.reports.report(error, place)
    },
  })
}

/** How each module is reached: in this process when it runs here, over HTTP otherwise. */
function linksOf(options: AssembleOptions, dispatchers: ReadonlyMap<string, Dispatcher>, keys: ServiceKeys) {
  const signer = serviceTokenSigner((module) => keys.privateKeyOf(module))
  const clone = options.config.TRIPTYCH_ENV !== 'production'
  return (module: string): Link => {
    if (options.enabled.some((candidate) => nameOf(candidate) === module)) {
      return localLink({ module, ...deferred(dispatchers, module) }, { clone })
    }
    const baseUrl = options.config.MODULE_URLS[module]
    if (baseUrl === undefined)
      throw new Error(`MODULE_URLS has no address for the module ${module}, which does not run here.`)
    return httpLink({ module, baseUrl, signer })
  }
}

/** Modules are wired before all of them exist; calls find the dispatcher when they are made. */
function deferred(dispatchers: ReadonlyMap<string, Dispatcher>, module: string): Omit<Dispatcher, 'module'> {
  const find = (): Dispatcher => {
    const found = dispatchers.get(module)
    if (found === undefined) throw new Error(`the module ${module} was called before it was built`)
    return found
  }
  return {
    streams: (operation) => find().streams(operation),
    call: (operation, context, input) => find().call(operation, context, input),
    stream: (operation, context, input) => find().stream(operation, context, input),
  }
}

function edgeOf(module: AnyModule, options: AssembleOptions, links: (module: string) => Link) {
  const contract = module.contract as Contract
  const client = createClient(contract, links(contract.name), edgeIssuer)
  // People are no module: what they may not call must stay closed to them.
  const peopleClient = createClient(contract, links(contract.name))
  const edge = module.edge?.({
    ...options.ground,
    client,
    config: options.configs[contract.name] ?? {},
    kv: observeKv(options.platform.kv, contract.name, options.ground.metrics),
  })
  const mounted: MountedModule = {
    contract,
    client: peopleClient,
    ...(edge?.responders === undefined ? {} : { responders: edge.responders }),
  }
  return { edge, mounted }
}

async function statusOf(
  module: string,
  instances: ReadonlyMap<string, unknown>,
  config: PlatformConfig,
): Promise<'ok' | 'down'> {
  if (instances.has(module)) return 'ok'
  const baseUrl = config.MODULE_URLS[module]
  if (baseUrl === undefined) return 'down'
  const response = await fetch(`${baseUrl}/health/live`, { signal: AbortSignal.timeout(1_000) }).catch(
    () => undefined,
  )
  return response?.ok === true ? 'ok' : 'down'
}
