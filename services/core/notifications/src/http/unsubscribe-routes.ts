import { type Client, type Clock, type Context, isFailure, type NewId, systemContext } from '@triptych/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { notificationsContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import { unsubscribePage } from './unsubscribe-page.ts'

interface RouteDeps {
  readonly client: Client<typeof notificationsContract>
  readonly clock: Clock
  readonly newId: NewId
}

const path = '/api/v1/notifications/unsubscribe/:token'

/** The address in `List-Unsubscribe`: mail programs post a form to it (RFC 8058), people open it. */
export const unsubscribeRoutes =
  (deps: RouteDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register((scope, _options, done) => {
      scope.addContentTypeParser(
        ['application/x-www-form-urlencoded', 'multipart/form-data'],
        { parseAs: 'string', bodyLimit: 4_096 },
        (_request, body, parsed) => parsed(null, body),
      )
      scope.get(path, (request, reply) => page(request, reply, 'ask'))
      scope.post(path, async (request, reply) => {
        const { token } = request.params as { token: string }
        try {
          await deps.client.unsubscribe(anonymous(deps, request), { token })
          return await page(request, reply, 'done')
        } catch (error) {
          if (isFailure(error, errors.link_invalid)) return page(request, reply.status(422), 'broken')
          throw error
        }
      })
      done()
    })
  }

const anonymous = (deps: RouteDeps, request: FastifyRequest): Context => ({
  ...systemContext({ ...deps, requestId: request.id, caller: 'edge' }),
  actor: { kind: 'anonymous' },
})

const page = (request: FastifyRequest, reply: FastifyReply, state: 'ask' | 'done' | 'broken') =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(unsubscribePage(state, request.headers['accept-language']))
