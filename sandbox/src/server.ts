import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { mountHome } from './home/routes.ts'
import { systemClock, type Clock } from './kit/clock.ts'
import { mountFaultRoutes } from './kit/fault-routes.ts'
import { guardLoopback, isLoopbackHost } from './kit/loopback.ts'
import type { Provider, ProviderDefinition, SandboxContext } from './kit/provider.ts'
import * as providers from './providers.ts'

export type { Clock } from './kit/clock.ts'

/** Settings by provider; each field has a default (see the provider's `settings`). */
export type SandboxSettings = {
  readonly [Name in keyof typeof providers]?: z.input<(typeof providers)[Name]['settings']>
}

export interface SandboxOptions {
  /** The switch: anything but "on" and the sandbox refuses to start. */
  readonly sandbox: string | undefined
  /** 0 takes a free port. Default 3900. */
  readonly port?: number
  /** A loopback address. Default 127.0.0.1. */
  readonly host?: string
  readonly settings?: SandboxSettings
  readonly clock?: Clock
  /** The same seed gives the same delays in the same order. Default 1. */
  readonly seed?: number
  /** Where Stripe and Todoist keep their state over a restart. Default: nowhere. */
  readonly dataDir?: string
}

export interface Sandbox {
  /** `http://localhost:<port>`, without a slash at the end. */
  readonly url: string
  /** What listens beside it, by provider, e.g. `addresses.mail.smtp`. */
  readonly addresses: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Ends every request, connection and timer within a second. */
  close(): Promise<void>
}

/**
 * Starts the outside providers on this machine. Without a `dataDir` state lives in memory and ends with
 * `close()`.
 * @throws when `sandbox` is not "on", `host` is not loopback, a setting is invalid or a port is taken.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 3900, clock = systemClock, seed = 1, dataDir } = options
  if (options.sandbox !== 'on') throw new Error('The sandbox starts only with SANDBOX=on.')
  if (!isLoopbackHost(host)) throw new Error(`The sandbox binds loopback only, not "${host}".`)

  const server = createServer()
  await listen(server, port, host)
  const context: SandboxContext = {
    url: publicUrl(server),
    host,
    clock,
    seed,
    ...(dataDir === undefined ? {} : { dataDir }),
  }
  const played = new Map<string, Provider>()
  const closeAll = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await Promise.all([ended, ...[...played.values()].map((provider) => provider.close?.())])
  }
  try {
    for (const [name, definition] of Object.entries(providers)) {
      played.set(name, await start(name, definition, context, options.settings))
    }
    await buildApp(server, context, played).ready()
  } catch (error) {
    await closeAll()
    throw error
  }
  const addresses = Object.fromEntries([...played].map(([name, { addresses: own = {} }]) => [name, own]))
  return { url: context.url, addresses, close: closeAll }
}

async function start(
  name: string,
  definition: (typeof providers)[keyof typeof providers],
  context: SandboxContext,
  settings: SandboxSettings = {},
): Promise<Provider> {
  const player = definition as unknown as ProviderDefinition
  const given = settings[name as keyof SandboxSettings] ?? {}
  return await player.create(context, player.settings.strict().parse(given))
}

function buildApp(
  server: Server,
  context: SandboxContext,
  played: ReadonlyMap<string, Provider>,
): FastifyInstance {
  const app = fastify({
    bodyLimit: 32 * 1024 * 1024,
    routerOptions: { maxParamLength: 400 },
    serverFactory: (handler) => server.on('request', handler),
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  guardLoopback(app)
  mountHome(app, context, played)
  for (const [name, provider] of played) {
    app.register(
      async (scope) => {
        saveBeforeAnswers(scope, provider)
        mountFaultRoutes(scope, provider)
        await provider.routes(scope)
      },
      { prefix: `/${name}` },
    )
    app.register(async (scope) => {
      saveBeforeAnswers(scope, provider)
      provider.rootRoutes?.(scope)
    })
  }
  return app
}

function saveBeforeAnswers(scope: FastifyInstance, provider: Provider): void {
  scope.addHook('onSend', async ({ method }) => {
    if (method !== 'GET') provider.save?.()
  })
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

function publicUrl(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
