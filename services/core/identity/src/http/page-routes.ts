import { requireSameOrigin } from '@triptych/http'
import { type Context, failure, isAppError, requestErrors } from '@triptych/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type CredentialOptions, edgeContext } from './credentials.ts'
import { donePage, formPaths, problemPageOf, resetPasswordPage, sendPage } from './pages.ts'

export interface PageOptions extends CredentialOptions {
  readonly origins: readonly string[]
}

type Fields = Readonly<Record<string, string>>

const formBytes = 4_096
const perMinute = 30

/** What the buttons of the pages do: forms, as the pages work without scripts. */
export async function mountPages(app: FastifyInstance, options: PageOptions): Promise<void> {
  app.get('/api/v1/auth/problem', (request, reply) => {
    const { code } = request.query as { code?: unknown }
    return sendPage(reply, problemPageOf(typeof code === 'string' ? code : ''))
  })
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formBytes },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    scope.post(formPaths.verifyEmail, (request, reply) => verify(options, request, reply))
    scope.post(formPaths.resetPassword, (request, reply) => reset(options, request, reply))
    // Apple posts its answer from its own site, without our cookies; the redirect brings them along.
    scope.post('/api/v1/auth/oidc/apple/callback', (request, reply) => {
      const { code, state, error } = fieldsOf(request)
      const query = Object.entries({ code, state, error }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as [string, string]],
      )
      const location = `/api/v1/auth/oidc/apple/callback?${new URLSearchParams(query).toString()}`
      return reply.redirect(location, 303)
    })
  })
}

async function verify(options: PageOptions, request: FastifyRequest, reply: FastifyReply) {
  const context = await openForm(options, request)
  const { token = '' } = fieldsOf(request)
  const problem = await problemOf(options.client.verifyEmail(context, { token }))
  return problem === undefined
    ? sendPage(
        reply,
        donePage('Your e-mail address is confirmed', 'You can close this page and go on where you were.'),
      )
    : sendPage(reply, donePage('This did not work', problem), 422)
}

async function reset(options: PageOptions, request: FastifyRequest, reply: FastifyReply) {
  const context = await openForm(options, request)
  const { token = '', password = '' } = fieldsOf(request)
  const problem = await problemOf(options.client.resetPassword(context, { token, password }))
  return problem === undefined
    ? sendPage(reply, donePage('Your new password is set', 'All devices were signed out. Sign in with it.'))
    : sendPage(reply, resetPasswordPage(token, problem), 422)
}

/** A form counts only from a page of ours, and not too often from one address. */
async function openForm(options: PageOptions, request: FastifyRequest): Promise<Context> {
  requireSameOrigin(request, options.origins)
  const key = `limit:identity.forms:ip:${request.ip}`
  const taken = await options.kv
    .consume({ key, capacity: perMinute, refillPerSecond: perMinute / 60, cost: 1 })
    .catch(() => undefined)
  if (taken?.allowed === false) throw failure(requestErrors.limited, { retryAfterMs: taken.retryAfterMs })
  const { caller: _caller, ...context } = edgeContext(options)
  const userAgent = request.headers['user-agent']?.slice(0, 400)
  return {
    ...context,
    actor: { kind: 'anonymous' },
    ip: request.ip,
    ...(userAgent === undefined ? {} : { userAgent }),
  }
}

const fieldsOf = (request: FastifyRequest): Fields => (request.body ?? {}) as Fields

async function problemOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (!isAppError(error) || error.kind === 'internal') throw error
    return error.issues?.map((issue) => issue.message).join(' ') || (error.detail ?? error.title)
  }
}
