import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import websocket from '@fastify/websocket'
import { failure, requestErrors } from '@triptych/kernel'
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify'
import { letGoWhenClosing } from './closing.ts'
import type { Health } from './health.ts'
import { refuseForeignHosts } from './hosts.ts'
import { mountOperations, type MountedModule } from './operations.ts'
import { openApiOf } from './openapi/document.ts'
import type { HttpPlatform } from './platform.ts'
import { sendProblem, toAppError } from './problem.ts'
import { mountReference } from './reference.ts'
import { factOf, tellFailure } from './request-fact.ts'
import { refuseUnreadable } from './unreadable.ts'

export interface PublicServerOptions {
  readonly platform: HttpPlatform
  readonly modules: readonly MountedModule[]
  readonly info: { readonly title: string; readonly version: string }
  readonly health: () => Promise<Health>
  /** Webhooks, pages and static files: what an operation can't say. */
  readonly routes: readonly ((app: FastifyInstance) => void | Promise<void>)[]
}

const bodyLimitBytes = 262_144
/** What a watching client may send: nothing that anybody reads. */
const socketMessageBytes = 1_024
const requestIdPattern = /^[\w.-]{8,80}$/

/** The public HTTP server, built but not listening. */
export async function buildPublicServer(options: PublicServerOptions): Promise<FastifyInstance> {
  const { platform } = options
  const app = Fastify({
    loggerInstance: platform.logger,
    // A request logs once: what a logger of its own would add stands in that line.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    trustProxy: platform.trustedProxies.length === 0 ? false : [...platform.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseUnreadable(platform.newId),
    // A path that cannot be read never reaches the error handler.
    frameworkErrors: (_error, request, reply) =>
      void sendProblem(reply as FastifyReply, failure(requestErrors.not_found), request.id),
    genReqId: (request) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && requestIdPattern.test(given) ? given : platform.newId()
    },
  })
  answerProblems(app, platform, await securityHeaders(platform.secureTransport))
  refuseForeignHosts(app, platform.hosts)
  letGoWhenClosing(app)
  // JSON is the one body; a route that takes another says so in a scope of its own.
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await app.register(websocket, { options: { maxPayload: socketMessageBytes } })
  await app.register(underPressure, {
    maxEventLoopDelay: platform.overloadDelayMs,
    maxEventLoopUtilization: 0,
    pressureHandler: () => {
      throw failure(requestErrors.unavailable, { retryAfterMs: 5_000 })
    },
  })
  const document = openApiOf(
    options.modules.map((module) => module.contract),
    options.info,
  )
  app.get('/openapi.json', () => document)
  await mountReference(app, document)
  mountHealth(app, options.health)
  for (const module of options.modules) mountOperations(app, platform, module)
  for (const routes of options.routes) await routes(app)
  return app
}

function answerProblems(app: FastifyInstance, platform: HttpPlatform, headers: Record<string, string>): void {
  const { observer } = platform
  app.decorateRequest('userId')
  app.setErrorHandler((error, request, reply) => {
    tellFailure(platform, request, error)
    return sendProblem(reply, toAppError(error), request.id)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, failure(requestErrors.not_found), request.id))
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    observer?.opened()
    // Also comes when the client has left before its answer.
    reply.raw.once('close', () => observer?.closed())
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply
    observer?.answered({ ...factOf(request), status, seconds: elapsedTime / 1_000, userId: request.userId })
    done()
  })
}

function mountHealth(app: FastifyInstance, health: () => Promise<Health>): void {
  app.get('/health', async (_request, reply) => {
    const result = await health()
    return reply
      .header('cache-control', 'no-store')
      .status(result.status === 'down' ? 503 : 200)
      .send(result)
  })
  app.get('/health/live', () => ({ status: 'ok' }))
}

/** What helmet would add to every answer is always the same, so it is asked once. */
async function securityHeaders(secure: boolean): Promise<Record<string, string>> {
  const guarded = Fastify()
  await guarded.register(helmet, helmetOptions(secure))
  guarded.get('/', (_request, reply) => reply.status(204).send())
  const { headers } = await guarded.inject('/')
  await guarded.close()
  const { date: _date, connection: _connection, ...added } = headers
  return added as Record<string, string>
}

/** Our pages load nothing from elsewhere; styles set by script are needed by the web apps' runtime. */
const helmetOptions = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      ...(secure ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'same-origin' as const },
  crossOriginEmbedderPolicy: false,
})
