import { context as otelContext, propagation } from '@opentelemetry/api'
import type { Context } from '@triptych/kernel'
import { failure, requestErrors } from '@triptych/kernel'
import { type Dispatcher, toWireError, verifyServiceToken } from '@triptych/kernel/server'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { JWTVerifyGetKey } from 'jose'
import { letGoWhenClosing } from './closing.ts'
import { toAppError } from './problem.ts'
import { statusOf } from './status.ts'

export interface InternalServerOptions {
  readonly dispatchers: readonly Dispatcher[]
  /** Public keys of the modules that may call. */
  readonly keys: JWTVerifyGetKey
  readonly metrics: () => Promise<string>
  readonly logger: FastifyBaseLogger
}

const bodyLimitBytes = 8 * 1024 * 1024

/** The port between our own processes: operations behind service tokens, and the metrics. Never public. */
export function buildInternalServer(options: InternalServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
  })
  letGoWhenClosing(app)
  app.setErrorHandler((error, _request, reply) => {
    const known = toAppError(error)
    return reply.status(statusOf[known.kind]).send(toWireError(known))
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await options.metrics()),
  )
  app.get('/health/live', () => ({ status: 'ok' }))
  for (const dispatcher of options.dispatchers) {
    app.post(`/internal/${dispatcher.module}/:operation`, (request, reply) =>
      serve(options, dispatcher, request, reply),
    )
  }
  return app
}

async function serve(
  options: InternalServerOptions,
  dispatcher: Dispatcher,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const carried = await verifyServiceToken(token, dispatcher.module, options.keys)
  const abort = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort(failure(requestErrors.timeout))
  })
  const context: Context = { ...carried, signal: abort.signal }
  const { operation } = request.params as { operation: string }
  const { input } = (request.body ?? {}) as { input?: unknown }
  const parent = propagation.extract(otelContext.active(), request.headers)
  return otelContext.with(parent, async () => {
    if (!dispatcher.streams(operation)) return { output: await dispatcher.call(operation, context, input) }
    return sendFrames(reply, dispatcher.stream(operation, context, input))
  })
}

async function sendFrames(reply: FastifyReply, events: AsyncGenerator<unknown, unknown, undefined>) {
  reply.hijack()
  const { raw } = reply
  const send = (frame: object) => raw.write(`${JSON.stringify(frame)}\n`)
  raw.writeHead(200, { 'content-type': 'application/x-ndjson' })
  try {
    let step = await events.next()
    while (step.done !== true) {
      send({ event: step.value })
      step = await events.next()
    }
    send({ output: step.value })
  } catch (error) {
    send(toWireError(toAppError(error)))
  } finally {
    await events.return(undefined).catch(() => undefined)
    raw.end()
  }
}
