import { type Client, type Clock, type NewId, systemContext } from '@triptych/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { integrationsContract } from '../contract/contract.ts'

interface RouteDeps {
  readonly client: Client<typeof integrationsContract>
  readonly clock: Clock
  readonly newId: NewId
}

const bodyLimit = 256 * 1_024
const timeoutMs = 10_000

const headerOf = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Deliveries of Todoist. The body is handed on as it came: its signature covers every byte. */
export const webhookRoutes =
  ({ client, clock, newId }: RouteDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
        done(null, body),
      )
      scope.post('/api/v1/webhooks/todoist', (request) =>
        client.receiveWebhook(systemContext({ clock, newId, timeoutMs }), {
          provider: 'todoist',
          signature: headerOf(request, 'x-todoist-hmac-sha256').slice(0, 200),
          delivery_id: headerOf(request, 'x-todoist-delivery-id').slice(0, 200),
          body: Buffer.isBuffer(request.body) ? request.body.toString('base64') : '',
        }),
      )
    })
  }
