import type { FastifyInstance } from 'fastify'

/** How long a closing server waits for answers it has begun; below the half minute that orchestrators give a process. */
const graceMs = 20_000

/**
 * A closing server waits for its connections: each is let go after the answer it carries, and not kept for a next
 * request that nobody would take. One whose answer never comes is cut in the end.
 */
export function letGoWhenClosing(app: FastifyInstance, longestMs = graceMs): void {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    const timer = setTimeout(() => app.server.closeAllConnections(), longestMs)
    app.server.once('close', () => clearTimeout(timer))
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done()
  })
  // The headers of a stream went out before.
  app.addHook('onResponse', (request, _reply, done) => {
    if (isClosing) request.raw.socket.destroySoon()
    done()
  })
}
