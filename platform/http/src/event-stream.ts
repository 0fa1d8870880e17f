import type { Context } from '@triptych/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { tellingAfter } from './limits.ts'
import { toAppError, toProblem } from './problem.ts'

const heartbeatMs = 15_000

export const wantsEventStream = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/event-stream')

/** Takes what an operation answers, dropping its events: for a client that wants plain JSON. */
export async function drain(events: AsyncGenerator<unknown, unknown, undefined>): Promise<unknown> {
  let step = await events.next()
  while (step.done !== true) step = await events.next()
  return step.value
}

interface Streamed {
  readonly events: AsyncGenerator<unknown, unknown, undefined>
  /** Told when the first event or failure is there: the last moment for headers. */
  readonly begun: () => Promise<void>
}

/**
 * Writes an operation's events as they come. What fails before the first event is an ordinary problem response;
 * afterwards an `error` event ends the stream, as its status has gone out.
 */
export async function sendEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  { events, begun }: Streamed,
): Promise<void> {
  let step = await tellingAfter(events.next(), begun)
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const left = () => void events.return(undefined).catch(() => undefined)
  raw.once('close', left)
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
  try {
    while (step.done !== true) {
      await write(raw, step.value as { type: string })
      step = await events.next()
    }
  } catch (error) {
    request.log.debug({ request_id: context.requestId }, 'http.stream_failed')
    await write(raw, { ...toProblem(toAppError(error), context.requestId), type: 'error' })
  } finally {
    clearInterval(heartbeat)
    raw.off('close', left)
    raw.end()
  }
}

function write(raw: FastifyReply['raw'], event: object): Promise<void> | undefined {
  if (raw.destroyed) return undefined
  const name = (event as { type: string }).type
  const data = event as Record<string, unknown>
  const flushed = raw.write(`event: ${name}\ndata: ${JSON.stringify({ ...data, type: undefined })}\n\n`)
  return flushed ? undefined : new Promise((resolve) => raw.once('drain', resolve).once('close', resolve))
}
