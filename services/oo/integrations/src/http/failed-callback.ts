import type { FastifyInstance } from 'fastify'

const route = '/api/v1/connectors/:provider/callback'
const seeOther = 303

const codeOf = (payload: unknown): string => {
  const { code } = JSON.parse(String(payload)) as { code?: string }
  return code ?? 'unknown'
}

/** A person whose connection was not made is in their browser too: the app says so. A program gets the problem. */
export function failedCallback(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isPage = request.headers.accept?.includes('text/html') === true
    if (request.routeOptions.url !== route || reply.statusCode < 400 || !isPage) return payload
    reply.status(seeOther).removeHeader('content-type').removeHeader('content-length')
    reply.header('cache-control', 'no-store')
    reply.header('location', `/oo/connect?problem=${encodeURIComponent(codeOf(payload))}`)
    return ''
  })
}
