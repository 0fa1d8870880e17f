import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLoopbackUrl } from '../kit/loopback.ts'
import { sendPage } from '../kit/page.ts'
import type { Account } from './account.ts'
import { consentPage, refusalPage } from './consent-page.ts'
import type { TodoistParts } from './parts.ts'
import { isScope } from './scopes.ts'
import { strike } from './strike.ts'
import { faultsOf } from './target.ts'

/** What an app asks for when it sends a person here. */
export interface AuthorizeRequest {
  readonly clientId: string
  readonly scope: string
  readonly state: string | undefined
  /** As the app named it; undefined means the registered one. */
  readonly redirectUri: string | undefined
}

type Query = Readonly<Record<string, string | undefined>>

/** `GET /oauth/authorize`: a page with Allow and Cancel; `auto` answers it for a program. */
export function mountAuthorize(app: FastifyInstance, parts: TodoistParts): void {
  app.get<{ Querystring: Query }>('/oauth/authorize', async (request, reply) => {
    if (await strike(reply, 'authorize', parts)) return reply
    return begin(request, reply, parts)
  })

  app.post<{ Body: Query | undefined }>('/oauth/authorize', (request, reply) => {
    const form = request.body ?? {}
    const asked = readQuery(form)
    const target = redirectTarget(asked, parts)
    if (target === undefined) return refuse(reply)
    const account = parts.accounts.find(form['account'] ?? '')
    if (form['decision'] !== 'allow' || account === undefined)
      return back(reply, { asked, target, error: 'access_denied' })
    return allow(reply, { asked, target, account }, parts)
  })
}

function readQuery(query: Query): AuthorizeRequest {
  const { client_id: clientId = '', scope = '', state, redirect_uri: redirectUri } = query
  return { clientId, scope, state, redirectUri: redirectUri === '' ? undefined : redirectUri }
}

/** Undefined when the person can be sent nowhere: an unknown app, or an address of another machine. */
function redirectTarget(
  { clientId, redirectUri }: AuthorizeRequest,
  { app }: TodoistParts,
): string | undefined {
  const target = redirectUri ?? app.redirectUrl
  return clientId === app.clientId && isLoopbackUrl(target) ? target : undefined
}

function begin(
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
  parts: TodoistParts,
): FastifyReply {
  const { query } = request
  const asked = readQuery(query)
  const target = redirectTarget(asked, parts)
  if (target === undefined) return refuse(reply)
  const error = findError(query, parts)
  if (error !== undefined) return back(reply, { asked, target, error })
  const { auto } = query
  if (auto === 'deny') return back(reply, { asked, target, error: 'access_denied' })
  const account = auto === undefined ? undefined : choose(auto, parts)
  if (account !== undefined) return allow(reply, { asked, target, account }, parts)
  return sendPage(
    reply,
    consentPage({ asked, accounts: parts.accounts.list(), returnHost: new URL(target).host }),
  )
}

function findError(query: Query, { faults }: TodoistParts): string | undefined {
  const fault = faults.take(['invalid_application_status'])
  if (fault !== undefined) return fault.kind
  const { scope = '', response_type: responseType = 'code' } = query
  if (responseType !== 'code') return 'unsupported_response_type'
  return scope.split(',').every(isScope) ? undefined : 'invalid_scope'
}

/** `auto` is an e-mail (opened on the spot), an account's name, or "approve" for the demo person. */
function choose(auto: string, { accounts }: TodoistParts): Account | undefined {
  if (auto.includes('@')) return accounts.ensure({ email: auto })
  return accounts.find(auto === 'approve' ? 'demo' : auto)
}

interface Decision {
  readonly asked: AuthorizeRequest
  readonly target: string
}

function allow(
  reply: FastifyReply,
  { asked, target, account }: Decision & { readonly account: Account },
  { codes, faults }: TodoistParts,
): FastifyReply {
  const isMeant = faultsOf(account)
  if (faults.take(['denied'], isMeant) !== undefined)
    return back(reply, { asked, target, error: 'access_denied' })
  const code = codes.issue({
    accountEmail: account.owner.email,
    scope: asked.scope,
    redirectUri: target,
  })
  const isForged = faults.take(['wrong_state'], isMeant) !== undefined
  return back(reply, { asked: isForged ? { ...asked, state: 'another-state' } : asked, target, code })
}

function back(
  reply: FastifyReply,
  { asked, target, ...answer }: Decision & { readonly error?: string; readonly code?: string },
): FastifyReply {
  const url = new URL(target)
  for (const [name, value] of Object.entries({ ...answer, state: asked.state })) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return reply.redirect(url.href, 302)
}

function refuse(reply: FastifyReply): FastifyReply {
  return sendPage(reply.code(400), refusalPage())
}
