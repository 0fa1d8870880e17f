import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Whether a host name (without port) means this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return loopbackNames.has(hostname.toLowerCase())
}

export function isLoopbackUrl(text: string): boolean {
  return URL.canParse(text) && isLoopbackHost(new URL(text).hostname)
}

/**
 * Refuses what a page of another site could send: a foreign name that resolves to this machine
 * (DNS rebinding) shows in `Host`, a cross-site form or fetch shows in `Origin`.
 */
export function guardLoopback(app: FastifyInstance): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { host, origin } = request.headers
    if (host === undefined || !isLoopbackUrl(`http://${host}`)) {
      return refuse(reply, 'host_not_allowed', 'The sandbox answers to localhost, 127.0.0.1 and [::1] only.')
    }
    if (origin !== undefined && !isLoopbackUrl(origin)) {
      return refuse(
        reply,
        'origin_not_allowed',
        'The sandbox takes requests from pages of this machine only.',
      )
    }
    reply.header('x-content-type-options', 'nosniff')
    // Browsers blank the Origin of a form under "no-referrer", which the check above would refuse.
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-triptych-sandbox', 'on')
    return undefined
  })
}

function refuse(reply: FastifyReply, code: string, detail: string): FastifyReply {
  return reply
    .code(403)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: 'Forbidden', status: 403, code, detail }))
}
