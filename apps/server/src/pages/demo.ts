import { requireSameOrigin } from '@triptych/http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { demoPage, demoThought } from './demo-history.ts'

/** The person of the sandbox's Google whom `auto=approve` signs in. */
const demoEmail = 'demo@example.com'

/**
 * "Try it as a demo user" is the ordinary Google sign-in, played by the sandbox, with the page to choose a person
 * skipped: no second way in, no password that would have to be kept, and whatever holds for accounts holds here.
 * The history is written by the demo person's own session through the public operations.
 */
export function demo(app: FastifyInstance, { origin }: { origin: string }): void {
  // The front door's button is a plain form; nothing else here takes one.
  void app.register((scope, _options, ready) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1_024 },
      (_request, _body, done) => done(null, {}),
    )
    scope.post('/demo', async (request, reply) => {
      requireSameOrigin(request, [origin])
      const started = await app.inject({
        url: '/api/v1/auth/oidc/google/start?return_to=%2F%3Fdemo',
        headers: { host: new URL(origin).host },
      })
      const target = started.headers.location
      if (started.statusCode >= 400 || typeof target !== 'string') {
        return reply.status(started.statusCode).headers(started.headers).send(started.body)
      }
      const chosen = new URL(target)
      chosen.searchParams.set('auto', 'approve')
      const cookies = started.headers['set-cookie']
      if (cookies !== undefined) reply.header('set-cookie', cookies)
      return reply.redirect(chosen.href, 303)
    })
    ready()
  })

  // A sign-in may end on the front door or in an app; this is the front door with a word added.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url !== '/?demo') return undefined
    await writeHistory(callerFor(app, request, origin))
    return reply.redirect('/kalei/', 303)
  })
}

type Call = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Record<string, unknown>>

/** Calls the API as the person of this request, over the whole stack. */
function callerFor(app: FastifyInstance, request: FastifyRequest, origin: string): Call {
  return async (method, path, body) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: new URL(origin).host, origin, cookie: request.headers.cookie ?? '' },
      ...(body === undefined ? {} : { payload: body }),
    })
    return answer.statusCode < 300 && answer.body !== '' ? answer.json<Record<string, unknown>>() : {}
  }
}

/** Writes a page and a turn for the demo person when there is none yet; for anybody else does nothing. */
async function writeHistory(call: Call): Promise<void> {
  const me = await call('GET', '/me')
  if (me['email'] !== demoEmail) return
  const [pages, turns] = [await call('GET', '/mirror/sessions'), await call('GET', '/turns')]
  if (isEmpty(pages)) {
    const { id } = await call('POST', '/mirror/sessions', {})
    for (const content of demoPage) await call('POST', '/mirror/messages', { session_id: id, content })
  }
  if (isEmpty(turns)) {
    const { id } = await call('POST', '/turns', { thought: demoThought })
    if (typeof id === 'string') await call('POST', `/turns/${id}/save`, {})
  }
}

const isEmpty = ({ items }: Record<string, unknown>): boolean => Array.isArray(items) && items.length === 0
