import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { connectionSignal } from '../../kit/connection.ts'
import type { FaultKind } from '../faults.ts'
import type { StripeParts } from '../parts.ts'
import { newId } from '../store.ts'
import { currentVersion, render } from '../version.ts'
import { StripeApiError } from './errors.ts'
import { expand } from './expand.ts'
import { parseForm, type FormValue } from './form.ts'
import type { Answer } from './idempotency.ts'
import type { Route } from './route.ts'

/** The API: forms in, JSON out, with everything that is the same for each endpoint. */
export function mountApi(app: FastifyInstance, parts: StripeParts, routes: readonly Route[]): void {
  app.removeContentTypeParser('application/x-www-form-urlencoded')
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, String(body)),
  )
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => handle(parts, route, request, reply),
    })
  }
  app.all('/v1/*', (request, reply) => {
    const { method, url } = request
    const message = `Unrecognized request URL (${method}: ${url.split('?')[0] ?? ''}).`
    return send(reply, asAnswer(new StripeApiError(404, 'invalid_request_error', message)))
  })
}

async function handle(
  parts: StripeParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = newId('req_').slice(0, 18)
  const version = headerOf(request, 'stripe-version') ?? currentVersion
  const key = route.method === 'POST' ? headerOf(request, 'idempotency-key') : undefined
  reply.headers({ 'request-id': requestId, 'stripe-version': version })
  if (key !== undefined) reply.header('idempotency-key', key)
  const before = await strike(parts, request, reply)
  if (before === 'gone') return reply
  if (before !== undefined) return send(reply, before)

  const [path = '', query = ''] = request.url.split('?')
  const body = typeof request.body === 'string' ? request.body : ''
  const signature = `${request.method} ${path}?${query}\n${body}`
  const answer = attempt(() => {
    authenticate(request)
    const known = key === undefined ? undefined : parts.idempotency.find(key, signature)
    if (known !== undefined) {
      reply.header('idempotent-replayed', 'true')
      return known
    }
    const input = { ...parseForm(query), ...parseForm(body) }
    const made = attempt(() =>
      parts.events.within({ id: requestId, idempotency_key: key ?? null }, () => {
        const result = route.run({ params: request.params as Record<string, string>, input, version })
        return { status: 200, body: render(expand(parts, result, pathsOf(input['expand'])), version) }
      }),
    )
    parts.ticker.plan()
    // A request that never began to be executed may be corrected and sent again with its key.
    if (key !== undefined && (made.status === 200 || made.status === 402)) {
      parts.idempotency.keep(key, signature, made)
    }
    return made
  })
  return await sendUnlessLost(parts, request, reply, answer)
}

function attempt(run: () => Answer): Answer {
  try {
    return run()
  } catch (error) {
    if (error instanceof StripeApiError) return asAnswer(error)
    throw error
  }
}

function asAnswer(error: StripeApiError): Answer {
  return { status: error.status, body: error.body }
}

function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body)
}

function pathsOf(given: FormValue | undefined): string[] {
  return (Array.isArray(given) ? given : [given]).filter((path) => typeof path === 'string')
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Any test key does; a live one has no business here. */
function authenticate(request: FastifyRequest): void {
  const [scheme = '', given = ''] = (headerOf(request, 'authorization') ?? '').split(' ')
  const key = scheme === 'Basic' ? (atob(given).split(':')[0] ?? '') : given
  if (/^(sk|rk)_test_./.test(key)) return
  const message =
    key === ''
      ? 'You did not provide an API key.'
      : 'Invalid API Key provided: the sandbox takes keys that start with sk_test_.'
  throw new StripeApiError(401, 'invalid_request_error', message)
}

function takeFault(
  { faults }: StripeParts,
  kinds: readonly FaultKind[],
  { method, url }: FastifyRequest,
): ReturnType<StripeParts['faults']['take']> {
  return faults.take(
    kinds,
    ({ path, method: only }) =>
      (path === undefined || url.startsWith(path)) && (only === undefined || only === method),
  )
}

/** What goes wrong before anything happens: an answer, or a connection that is gone. */
async function strike(
  parts: StripeParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer | 'gone' | undefined> {
  const slow = takeFault(parts, ['slow'], request)
  if (slow !== undefined) {
    const wait = parts.machineClock.wait(slow.options.delay_ms ?? 5000, connectionSignal(reply.raw))
    const isGone = await wait.then(
      () => false,
      () => true,
    )
    if (isGone) return cut(reply)
  }
  const fault = takeFault(parts, ['rate_limit', 'server_error', 'cut_connection'], request)
  if (fault === undefined) return undefined
  if (fault.kind === 'cut_connection') return cut(reply)
  return fault.kind === 'rate_limit'
    ? asAnswer(
        new StripeApiError(429, 'rate_limit_error', 'Request rate limit exceeded.', { code: 'rate_limit' }),
      )
    : asAnswer(
        new StripeApiError(fault.options.status ?? 500, 'api_error', 'An unknown error occurred at Stripe.'),
      )
}

async function sendUnlessLost(
  parts: StripeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  const fault = takeFault(parts, ['answer_lost', 'timeout'], request)
  if (fault === undefined) return send(reply, answer)
  parts.state.save()
  if (fault.kind === 'answer_lost') cut(reply)
  else reply.hijack()
  return reply
}

function cut(reply: FastifyReply): 'gone' {
  reply.hijack()
  reply.raw.destroy()
  return 'gone'
}
