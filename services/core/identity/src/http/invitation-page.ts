import type { FastifyInstance } from 'fastify'

const route = '/api/v1/invitations/:token'
const seeOther = 303

/**
 * Whoever opens the link in a mail does so in a browser and goes on in the console, which says what the invitation is
 * worth. Behind the # the token stays in the browser: no log and no referrer has it.
 */
export function leadToInvitation(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true
    if (request.routeOptions.url !== route || !isPage) return
    const { token } = request.params as { token: string }
    reply.header('cache-control', 'no-store')
    await reply.redirect(`/console/invitation#${encodeURIComponent(token)}`, seeOther)
  })
}
