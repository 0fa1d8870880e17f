import {
  type Client,
  type Context,
  type Contract,
  failure,
  type Operation,
  requestErrors,
  type Route,
  spellingsOf,
  urlOf,
} from '@triptych/kernel'
import type { WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { needsTenant } from './access.ts'
import { drain, sendEventStream, wantsEventStream } from './event-stream.ts'
import { enforceLimits, tellingAfter, tellInsideLimits } from './limits.ts'
import { requireOwnPage, watch } from './live.ts'
import type { HttpPlatform } from './platform.ts'
import { tellFailure } from './request-fact.ts'
import { inRequestSpan } from './request-span.ts'
import { openContext, requireSameOrigin } from './request-context.ts'

export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: Context
}

/** What an operation alone can't say about its reply: cookies, redirects, pages. Returns the body to send. */
export type Responder = (exchange: Exchange, output: unknown, input: unknown) => unknown

export interface MountedModule {
  readonly contract: Contract
  readonly client: Client<Contract>
  readonly responders?: Readonly<Record<string, Responder>>
}

/** The route templates of a contract's public operations, as the server knows them. */
export const routesOf = (contract: Contract): string[] =>
  Object.values(contract.operations).flatMap(({ http }) =>
    http === undefined ? [] : spellingsOf(http).map(templateOf),
  )

const templateOf = (route: Route): string => urlOf(route, (name) => `:${name}`)

/** Binds every public operation of a module to its route and aliases. */
export function mountOperations(app: FastifyInstance, platform: HttpPlatform, module: MountedModule): void {
  for (const [name, operation] of Object.entries(module.contract.operations)) {
    const { http } = operation
    if (http === undefined) continue
    const handler = handlerOf(platform, module, name, operation)
    const wsHandler = watcherOf(platform, module, name, operation)
    for (const route of spellingsOf(http)) {
      app.route({
        method: route.method,
        url: templateOf(route),
        ...(operation.bodyLimit === undefined ? {} : { bodyLimit: operation.bodyLimit }),
        config: { operation: `${module.contract.name}.${name}`, access: operation.access },
        handler,
        ...(wsHandler === undefined ? {} : { wsHandler }),
      })
    }
  }
}

function handlerOf(platform: HttpPlatform, module: MountedModule, name: string, operation: Operation) {
  const call = module.client[name] as (context: Context, input: unknown) => unknown
  const respond = module.responders?.[name]
  const target = { operation: `${module.contract.name}.${name}`, limits: operation.limits }

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const identified = await platform.authenticator.identify(request)
    if (identified.via === 'cookie') requireSameOrigin(request, platform.origins)
    const opened = openContext(platform, request, identified.actor)
    const context = await tenantContext(platform, operation, namedOrganization(request), opened)
    await enforceLimits(platform.limiter, target, context, reply)
    const input = inputOf(request, operation)
    const tell = () => tellInsideLimits(platform.limiter, target, context, reply)
    if (operation.event !== undefined && wantsEventStream(request)) {
      return sendEventStream(request, reply, context, { events: call(context, input) as Events, begun: tell })
    }
    const output = await tellingAfter(
      operation.event === undefined ? call(context, input) : drain(call(context, input) as Events),
      tell,
    )
    const body = respond === undefined ? output : await respond({ request, reply, context }, output, input)
    if (reply.sent) return reply
    reply.status(operation.http?.status ?? (body === undefined ? 204 : 200))
    return reply.send(body)
  }
  return (request: FastifyRequest, reply: FastifyReply) =>
    inRequestSpan(request, reply, () => answer(request, reply))
}

type Events = AsyncGenerator<unknown, unknown, undefined>

/** The same operation, watched over a WebSocket. */
function watcherOf(platform: HttpPlatform, module: MountedModule, name: string, operation: Operation) {
  const { live } = operation
  if (live === undefined) return undefined
  const call = module.client[name] as (context: Context, input: unknown) => unknown
  return (socket: WebSocket, request: FastifyRequest): void => {
    const { organization_id: organization, ...query } = request.query as Record<string, string>
    const input = { ...query, ...(request.params as Record<string, string>) }
    const open = async (): Promise<Context> => {
      const { actor, via } = await platform.authenticator.identify(request)
      if (via === 'cookie') requireOwnPage(request, platform)
      return tenantContext(platform, operation, organization, openContext(platform, request, actor))
    }
    const ask = async (context: Context) => call(context, input)
    const failed = (error: unknown) => tellFailure(platform, request, error)
    void watch(socket, { everyMs: live.everyMs, open, ask, failed })
  }
}

const namedOrganization = ({ headers: { 'x-organization-id': named } }: FastifyRequest) =>
  Array.isArray(named) ? named[0] : named

async function tenantContext(
  platform: HttpPlatform,
  operation: Operation,
  organization: string | undefined,
  context: Context,
): Promise<Context> {
  if (!needsTenant(operation.access) || context.actor.kind === 'anonymous') return context
  return { ...context, tenant: await platform.authenticator.tenantOf(context, organization) }
}

/** Path parameters join the query (GET, DELETE) or the body; the contract's schema judges the whole. */
function inputOf(request: FastifyRequest, operation: Operation): unknown {
  const method = operation.http?.method
  const given = method === 'GET' || request.body === undefined ? queryOf(request, method) : request.body
  const params = request.params as Record<string, string>
  if (Object.keys(params).length === 0) return given
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw failure(requestErrors.invalid, { detail: 'The body must be a JSON object.' })
  }
  return { ...given, ...params }
}

const queryOf = (request: FastifyRequest, method: string | undefined): unknown =>
  method === 'GET' || method === 'DELETE' ? request.query : {}
