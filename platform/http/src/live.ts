import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from '@fastify/websocket'
import { type Context, failure, requestErrors } from '@triptych/kernel'
import type { FastifyRequest } from 'fastify'
import type { HttpPlatform } from './platform.ts'
import { toAppError } from './problem.ts'

/** Codes of a closing socket (RFC 6455, 7.4.1). */
const policyViolation = 1008
const unexpected = 1011
/** Longest reason a close frame holds, in bytes. */
const longestReason = 123

interface Watched {
  readonly everyMs: number
  /** Identified anew at each look: a sign-in that ended sees nothing more. */
  readonly open: () => Promise<Context>
  readonly ask: (context: Context) => Promise<unknown>
  readonly failed: (error: unknown) => void
}

/** Sends the answer, and again whenever it has changed, until either side ends. What is refused closes it with its code. */
export async function watch(socket: WebSocket, { everyMs, open, ask, failed }: Watched): Promise<void> {
  const ended = new AbortController()
  socket.once('close', () => ended.abort())
  socket.on('error', () => ended.abort())
  let sent: string | undefined
  try {
    while (!ended.signal.aborted) {
      const answer = JSON.stringify(await ask(await open()))
      if (answer !== sent && !ended.signal.aborted) socket.send(answer)
      sent = answer
      await pause(everyMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined)
    }
  } catch (error) {
    failed(error)
    const { kind, code } = toAppError(error)
    socket.close(kind === 'internal' ? unexpected : policyViolation, code.slice(0, longestReason))
  }
}

/** A browser opens sockets from any page and sends its cookies along; only our own pages may look. */
export function requireOwnPage(request: FastifyRequest, { origins }: Pick<HttpPlatform, 'origins'>): void {
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin))
    throw failure(requestErrors.forbidden, { detail: 'This request came from another site.' })
}
