import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { html } from '../kit/html.ts'
import { isLoopbackUrl } from '../kit/loopback.ts'
import { sandboxMark, sendPage } from '../kit/page.ts'
import type { __Name__Faults } from './faults.ts'
import type { Grants, Tokens } from './grants.ts'
import type { Task, Tasks } from './tasks.ts'

interface Parts {
  readonly client: { readonly clientId: string; readonly clientSecret: string }
  readonly faults: __Name__Faults
  readonly grants: Grants
  readonly tasks: Tasks
}

const asked = z.object({
  client_id: z.string(),
  redirect_uri: z.string().refine(isLoopbackUrl),
  state: z.string(),
  /** Answers for a program: `approve` or `deny`. */
  auto: z.enum(['approve', 'deny']).optional(),
})
type Asked = z.infer<typeof asked>

export function mount__Name__(app: FastifyInstance, parts: Parts): void {
  mountOAuth(app, parts)
  mountApi(app, parts)
  mountPerson(app, parts)
}

function mountOAuth(app: FastifyInstance, parts: Parts): void {
  const { client, grants, faults } = parts
  app.get('/oauth/authorize', (request, reply) => {
    const parsed = asked.safeParse(request.query)
    if (!parsed.success || parsed.data.client_id !== client.clientId)
      return reply.code(400).send({ error: 'invalid_request' })
    const { auto } = parsed.data
    return auto === undefined ? askPerson(reply, parsed.data) : sendBack(reply, parsed.data, auto, parts)
  })
  app.post('/oauth/token', (request, reply) => {
    if (!isClient(request, parts)) return reply.code(401).send({ error: 'invalid_client' })
    const tokens = faults.take(['token_error']) === undefined ? serveTokens(request.body, grants) : undefined
    return tokens === undefined ? reply.code(400).send({ error: 'invalid_grant' }) : reply.send(tokens)
  })
  app.post('/oauth/revoke', (request, reply) => {
    if (!isClient(request, parts)) return reply.code(401).send({ error: 'invalid_client' })
    const { token = '' } = request.body as { token?: string }
    grants.revoke(token)
    return reply.code(200).send()
  })
}

function askPerson(reply: FastifyReply, query: Asked): FastifyReply {
  const answer = (auto: string): string => `authorize?${new URLSearchParams({ ...query, auto }).toString()}`
  return sendPage(reply, {
    title: 'Allow access to __Title__?',
    layout: 'chooser',
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>Allow access to your __Title__?</h1>
      </header>
      <p>
        <a href="${answer('approve')}">Allow</a>
        <a href="${answer('deny')}">Cancel</a>
      </p>
    </main>`,
  })
}

function sendBack(
  reply: FastifyReply,
  { redirect_uri: redirectUri, state }: Asked,
  answer: 'approve' | 'deny',
  { grants, faults }: Parts,
): FastifyReply {
  const url = new URL(redirectUri)
  url.searchParams.set('state', state)
  const isDenied = faults.take(['denied']) !== undefined || answer === 'deny'
  if (isDenied) url.searchParams.set('error', 'access_denied')
  else url.searchParams.set('code', grants.allow(redirectUri))
  return reply.redirect(url.href, 302)
}

function isClient({ headers }: FastifyRequest, { client }: Parts): boolean {
  const pair = `${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`
  return headers.authorization === `Basic ${Buffer.from(pair).toString('base64')}`
}

function serveTokens(body: unknown, grants: Grants): Tokens | undefined {
  const form = body as Partial<Record<string, string>>
  return form['grant_type'] === 'refresh_token'
    ? grants.renew(form['refresh_token'] ?? '')
    : grants.redeem(form['code'] ?? '', form['redirect_uri'] ?? '')
}

function mountApi(app: FastifyInstance, parts: Parts): void {
  const { grants, tasks } = parts
  const outcomes = new Map<string, Task | undefined>()
  const isAllowed = ({ headers }: FastifyRequest): boolean =>
    grants.isAlive(headers.authorization?.replace(/^Bearer /, '') ?? '')

  app.get('/api/tasks', (request, reply) => {
    if (strike(reply, parts)) return reply
    if (!isAllowed(request)) return reply.code(401).send({ error: 'invalid_token' })
    return tasks.changes((request.query as { after?: string }).after)
  })
  app.post<{ Params: { id: string; verb: string } }>('/api/tasks/:id/:verb', (request, reply) => {
    if (strike(reply, parts)) return reply
    if (!isAllowed(request)) return reply.code(401).send({ error: 'invalid_token' })
    const { id, verb } = request.params
    if (verb !== 'complete' && verb !== 'reopen') return reply.code(400).send({ error: 'invalid_request' })
    const key = String(request.headers['idempotency-key'])
    if (!outcomes.has(key)) outcomes.set(key, tasks.change(id, verb))
    return outcomes.get(key) ?? reply.code(404).send({ error: 'not_found' })
  })
}

/** What the person does in __Title__ itself. */
function mountPerson(app: FastifyInstance, { tasks }: Parts): void {
  app.get('/tasks', () => ({ items: tasks.list() }))
  app.post<{ Body: { title: string } }>('/tasks', ({ body }, reply) =>
    reply.code(201).send(tasks.add(body.title)),
  )
  app.post<{ Params: { id: string; verb: string } }>('/tasks/:id/:verb', ({ params }, reply) => {
    const { id, verb } = params
    const isKnown = verb === 'complete' || verb === 'reopen' || verb === 'delete'
    return (isKnown ? tasks.change(id, verb) : undefined) ?? reply.code(404).send({ error: 'not_found' })
  })
}

/** Lets an armed fault have its way; true when it has answered. */
function strike(reply: FastifyReply, { faults }: Parts): boolean {
  const fault = faults.take(['unauthorized', 'rate_limited', 'server_error', 'html', 'cut_connection'])
  if (fault === undefined) return false
  const { status = 503, retry_after: seconds = 60 } = fault.options
  if (fault.kind === 'unauthorized') reply.code(401).send({ error: 'invalid_token' })
  else if (fault.kind === 'rate_limited') reply.code(429).header('retry-after', seconds).send()
  else if (fault.kind === 'server_error') reply.code(status).type('text/plain').send('Unavailable\n')
  else if (fault.kind === 'html') reply.type('text/html').send('<!doctype html><title>Sign in</title>\n')
  else {
    reply.hijack()
    reply.raw.destroy()
  }
  return true
}
