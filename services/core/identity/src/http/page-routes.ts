import { requireSameOrigin } from '@triptych/http'
import { type AppError, type Context, failure, isAppError, requestErrors } from '@triptych/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errors } from '../contract/errors.ts'
import { setDeviceCookie } from './cookies.ts'
import { type CredentialOptions, edgeContext } from './credentials.ts'
import {
  brokenLinkPage,
  donePage,
  donePaths,
  formPaths,
  problemPageOf,
  type ResetProblem,
  resetPasswordPage,
  sendPage,
  type Visit,
  visitOf,
} from './pages.ts'

export interface PageOptions extends CredentialOptions {
  readonly origins: readonly string[]
  readonly isSecure: boolean
}

type Fields = Readonly<Record<string, string>>
type Query = Readonly<Record<string, unknown>>

const formBytes = 4_096
const perMinute = 30

/** What the buttons of the pages do: forms, as the pages work without scripts. */
export async function mountPages(app: FastifyInstance, options: PageOptions): Promise<void> {
  app.get('/api/v1/auth/problem', (request, reply) => {
    const { code, return_to } = request.query as Query
    return sendPage(reply, problemPageOf(visitOf(request, return_to), typeof code === 'string' ? code : ''))
  })
  for (const done of ['verified', 'passwordSet'] as const) {
    app.get(donePaths[done], (request, reply) =>
      sendPage(reply, donePage(visitOf(request, (request.query as Query)['return_to']), done)),
    )
  }
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
  const { token = '', return_to } = fieldsOf(request)
  const visit = visitOf(request, return_to)
  const refusal = await refusalOf(options.client.verifyEmail(context, { token }))
  return refusal === undefined
    ? leadTo(reply, 'verified', visit)
    : sendPage(reply, brokenLinkPage(visit, 'verify'), 422)
}

async function reset(options: PageOptions, request: FastifyRequest, reply: FastifyReply) {
  const context = await openForm(options, request)
  const { token = '', password = '', return_to } = fieldsOf(request)
  const visit = visitOf(request, return_to)
  const refusal = await refusalOf(
    options.client
      .resetPassword(context, { token, password })
      .then(({ device_token: device }) => setDeviceCookie(reply, device, options.isSecure)),
  )
  if (refusal === undefined) return leadTo(reply, 'passwordSet', visit)
  const problem = problemOf(refusal)
  const html =
    problem === undefined ? brokenLinkPage(visit, 'reset') : resetPasswordPage(visit, token, problem)
  return sendPage(reply, html, 422)
}

/** A page of its own, so that loading it again does not send the form again. */
function leadTo(reply: FastifyReply, done: keyof typeof donePaths, { returnTo }: Visit): FastifyReply {
  const query = returnTo === undefined ? '' : `?${new URLSearchParams({ return_to: returnTo }).toString()}`
  return reply.header('cache-control', 'no-store').redirect(`${donePaths[done]}${query}`, 303)
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

async function refusalOf(work: Promise<unknown>): Promise<AppError | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (isAppError(error) && ['invalid', 'rejected'].includes(error.kind)) return error
    throw error
  }
}

/** What is wrong with the password; undefined when it is the link. */
function problemOf({ code, issues }: AppError): ResetProblem | undefined {
  if (code === errors.password_common.code) return 'password_common'
  return issues?.some(({ path }) => path === 'password') ? 'password_weak' : undefined
}
