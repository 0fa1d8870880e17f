import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from './app.ts'
import type { TodoistParts } from './parts.ts'
import { cut, strike } from './strike.ts'

const tokenSchema = z.object({
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  grant_type: z.string().default('authorization_code'),
  code: z.string().default(''),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().default(''),
})
type TokenRequest = z.infer<typeof tokenSchema>

const revokeSchema = z.object({ token: z.string().min(1), token_type_hint: z.string().optional() })

/** The token endpoint and both ways to revoke. */
export function mountTokens(app: FastifyInstance, parts: TodoistParts): void {
  app.post('/oauth/access_token', async (request, reply) => {
    if (await strike(reply, 'token', parts)) return reply
    return serveToken(request, reply, parts)
  })

  app.post('/api/v1/revoke', async (request, reply) => {
    if (await refusedToRevoke(reply, parts)) return reply
    if (!isApp(readBasic(request), parts.app)) {
      return reply.code(401).header('www-authenticate', 'Basic').send({ error: 'invalid_client' })
    }
    const parsed = revokeSchema.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ error: 'invalid_request' })
    parts.grants.revoke(parsed.data.token)
    return reply.code(200).type('application/json').send('null')
  })

  app.delete<{ Querystring: Record<string, string | undefined> }>(
    '/api/v1/access_tokens',
    async ({ query }, reply) => {
      if (await refusedToRevoke(reply, parts)) return reply
      const { client_id: id = '', client_secret: secret = '', access_token: token = '' } = query
      if (!isApp({ id, secret }, parts.app)) return refuse(reply, 'incorrect_application_credentials')
      parts.grants.revoke(token)
      return reply.code(204).send()
    },
  )
}

async function refusedToRevoke(reply: FastifyReply, parts: TodoistParts): Promise<boolean> {
  if (await strike(reply, 'revoke', parts)) return true
  const fault = parts.faults.take(['revoke_fails'])
  if (fault === undefined) return false
  reply
    .code(fault.options.status ?? 503)
    .type('text/plain')
    .send('Service Unavailable\n')
  return true
}

function refuse(reply: FastifyReply, error: string, status = 400): FastifyReply {
  return reply.code(status).send({ error })
}

function serveToken(request: FastifyRequest, reply: FastifyReply, parts: TodoistParts): FastifyReply {
  const { app, faults, codes, grants } = parts
  const fault = faults.take(['token_error'])
  if (fault !== undefined) {
    return refuse(reply, fault.options.error ?? 'bad_authorization_code', fault.options.status)
  }
  const parsed = tokenSchema.safeParse(request.body ?? {})
  if (!parsed.success) return refuse(reply, 'invalid_request')
  const asked = parsed.data
  if (!isApp({ id: asked.client_id, secret: asked.client_secret }, app)) {
    return refuse(reply, 'incorrect_application_credentials')
  }
  reply.header('cache-control', 'no-store')
  if (asked.grant_type === 'refresh_token') return serveRefresh(asked, reply, parts)
  if (asked.grant_type !== 'authorization_code') return refuse(reply, 'unsupported_grant_type')
  const permission = codes.redeem(asked.code, asked.redirect_uri)
  if (permission === undefined) return refuse(reply, 'bad_authorization_code')
  return reply.send(grants.open(permission.accountEmail, permission.scope))
}

function serveRefresh(
  { refresh_token: token }: TokenRequest,
  reply: FastifyReply,
  { faults, grants }: TodoistParts,
): FastifyReply {
  if (faults.take(['invalid_grant']) !== undefined) return refuse(reply, 'invalid_grant')
  if (faults.take(['refresh_reused']) !== undefined) grants.endGrace(token)
  const answer = grants.refresh(token)
  if (answer === undefined) return refuse(reply, 'invalid_grant')
  return faults.take(['refresh_answer_lost']) === undefined ? reply.send(answer) : cut(reply)
}

interface Credentials {
  readonly id: string
  readonly secret: string
}

function isApp({ id, secret }: Credentials, { clientId, clientSecret }: App): boolean {
  return id === clientId && secret === clientSecret
}

function readBasic({ headers }: FastifyRequest): Credentials {
  const encoded = /^Basic (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(/:(.*)/s)
  return { id: decode(id), secret: decode(secret) }
}

// RFC 6749 has both parts form-encoded before they are joined; many clients leave that out.
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
