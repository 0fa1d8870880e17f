import { type Environment, loadConfig } from '@triptych/config'
import { type Database, PostgresClient } from '@triptych/db'
import { buildInternalServer, buildPublicServer, type Health, summarise } from '@triptych/http'
import { type Clock, newId, type NewId, systemClock } from '@triptych/kernel'
import {
  createMetrics,
  type ErrorReports,
  libraryLogger,
  type Logger,
  startErrorReports,
  startTracing,
} from '@triptych/telemetry'
import type { FastifyInstance } from 'fastify'
import { assemble, type Assembly } from './assemble.ts'
import type { LoadDataKey } from './ciphers.ts'
import type { AnyModule, Ground } from './define-module.ts'
import { enabledModules, inOrderOfNeeds, nameOf } from './enabled.ts'
import { knownLabels } from './known-labels.ts'
import { observeHttp } from './observers.ts'
import { observeKv } from './observe-kv.ts'
import { openPlatform, type Platform } from './open-platform.ts'
import { type PlatformConfig, platformConfig } from './platform-config.ts'
import { refuseSandboxInPublic, refuseSplitBus } from './guards.ts'
import { edgeIssuer } from './service-keys.ts'
import { startUpkeep } from './upkeep.ts'
import { version } from './version.ts'
import { watchState } from './watch-state.ts'

export interface BootOptions {
  readonly modules: readonly AnyModule[]
  readonly environment: Environment
  readonly logger: Logger
  /** Who keeps data keys; needed by every module that encrypts. */
  readonly loadDataKey: (clientOf: Assembly['clientOf']) => LoadDataKey
  /** Pages and files that belong to no module. */
  readonly routes?: (config: PlatformConfig) => readonly ((app: FastifyInstance) => void | Promise<void>)[]
  /** Given by tests: their own time, ids and database. */
  readonly overrides?: { readonly clock?: Clock; readonly newId?: NewId; readonly database?: Database }
}

export interface Running {
  readonly publicUrl: string | undefined
  readonly internalUrl: string
  readonly config: PlatformConfig
  readonly assembly: Assembly
  readonly platform: Platform
  readonly reports: ErrorReports
  stop(): Promise<void>
}

/** Starts a process: configuration → telemetry → platform → modules → listen. Stops in the opposite order. */
export async function boot(options: BootOptions): Promise<Running> {
  const { logger } = options
  const enabled = inOrderOfNeeds(enabledModules(options.modules, platformOf(options)))
  const slices = Object.fromEntries(options.modules.map((module) => [nameOf(module), module.config]))
  const configs = loadConfig({ platform: platformConfig, ...slices }, options.environment)
  const config = configs.platform
  refuseSandboxInPublic(config)
  refuseSplitBus(config)
  const tracing = await startTracing(tracingOf(config))
  const reports = await startErrorReports({
    dsn: config.SENTRY_DSN,
    environment: config.TRIPTYCH_ENV,
    release: version,
  })
  const metrics = createMetrics({ known: knownLabels(options.modules) })
  const ground = groundOf(options, config, { metrics, reports })
  const platform = await openPlatform(config, enabled, ground, options.overrides?.database)
  const assembly = await assemble({ ...options, enabled, configs, config, ground, platform })
  const roles = { worker: config.ROLE !== 'api' }
  // An event that waits since the last run may send a job at once, inside the only connection of an embedded database:
  // the queue knows its jobs before.
  await platform.jobs.start(roles)
  await platform.bus.start(roles)
  watchState(platform, assembly.instances, ground)
  const upkeep = startUpkeep(platform, [...assembly.instances.keys()], ground)
  for (const instance of assembly.instances.values()) await instance.start?.()

  const internal = buildInternalServer({
    dispatchers: [...assembly.dispatchers.values()],
    keys: assembly.serviceKeys.publicKeys,
    metrics: () => ground.metrics.render(),
    logger: libraryLogger(logger, 'fastify'),
  })
  const internalUrl = await internal.listen({ host: config.HOST, port: config.INTERNAL_PORT })
  const people = assembly.servesPeople
    ? await buildPeopleServer(options, { config, assembly, platform, ground })
    : undefined
  const publicUrl = await people?.listen({ host: config.HOST, port: config.PORT })

  return {
    publicUrl,
    internalUrl,
    config,
    assembly,
    platform,
    reports,
    async stop() {
      await people?.close()
      await internal.close()
      await upkeep.stop()
      await platform.bus.stop()
      await platform.jobs.stop()
      for (const instance of [...assembly.instances.values()].toReversed()) await instance.stop?.()
      await platform.close()
      await reports.close()
      await tracing.close()
    },
  }
}

const platformOf = (options: BootOptions): PlatformConfig =>
  loadConfig({ platform: platformConfig }, options.environment).platform

const tracingOf = (config: PlatformConfig): Parameters<typeof startTracing>[0] => ({
  serviceName: config.MODULES === 'all' ? 'triptych' : `triptych-${config.MODULES.replaceAll(',', '-')}`,
  serviceVersion: version,
  exporter: config.OTLP_URL === undefined ? { kind: 'none' } : { kind: 'otlp', url: config.OTLP_URL },
  postgresClient: PostgresClient,
})

function groundOf(
  options: BootOptions,
  config: PlatformConfig,
  watchers: Pick<Ground, 'metrics' | 'reports'>,
): Ground {
  return {
    clock: options.overrides?.clock ?? systemClock,
    newId: options.overrides?.newId ?? newId,
    logger: options.logger,
    ...watchers,
    publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
    sandboxUrl: config.SANDBOX === 'on' ? config.SANDBOX_URL.replace(/\/$/, '') : undefined,
    isProduction: config.TRIPTYCH_ENV === 'production',
  }
}

interface People {
  readonly config: PlatformConfig
  readonly assembly: Assembly
  readonly platform: Platform
  readonly ground: Ground
}

async function buildPeopleServer(options: BootOptions, people: People): Promise<FastifyInstance> {
  const { config, assembly, platform, ground } = people
  const { authenticator } = assembly
  if (authenticator === undefined) throw new Error('No module says who a request comes from.')
  return buildPublicServer({
    platform: {
      authenticator,
      limiter: observeKv(platform.kv, edgeIssuer, ground.metrics),
      clock: ground.clock,
      newId: ground.newId,
      origins: originsOf(config),
      hosts: [new URL(config.PUBLIC_URL).hostname, ...config.ALLOWED_HOSTS],
      trustedProxies: config.TRUSTED_PROXIES,
      logger: libraryLogger(ground.logger, 'fastify'),
      observer: observeHttp(ground),
      secureTransport: config.PUBLIC_URL.startsWith('https:'),
      overloadDelayMs: config.OVERLOAD_DELAY_MS,
    },
    modules: assembly.mounted,
    info: { title: 'Triptych', version },
    health: () => collectHealth(assembly, platform),
    routes: [...assembly.routes, ...(options.routes?.(config) ?? [])],
  })
}

/** On loopback a browser may say localhost or 127.0.0.1; both are this machine. */
function originsOf(config: PlatformConfig): string[] {
  const { origin, hostname, port } = new URL(config.PUBLIC_URL)
  const loopback = ['localhost', '127.0.0.1'].includes(hostname)
  return loopback ? [`http://localhost:${port}`, `http://127.0.0.1:${port}`] : [origin]
}

async function collectHealth(assembly: Assembly, platform: Platform): Promise<Health> {
  const components = await platform.health()
  for (const instance of assembly.instances.values()) components.push(...((await instance.health?.()) ?? []))
  const modules = await Promise.all(
    assembly.moduleNames.map(async (name) => ({ name, status: await assembly.statusOf(name) })),
  )
  return summarise({ modules, components }, ['database'])
}
