import { type Client, type Clock, type NewId, systemContext } from '@triptych/kernel'
import type { FastifyInstance } from 'fastify'
import type { billingContract } from '../contract/contract.ts'

interface RouteDeps {
  readonly client: Client<typeof billingContract>
  readonly clock: Clock
  readonly newId: NewId
}

const bodyLimit = 1_024 * 1_024
const timeoutMs = 20_000
const paths = ['/api/v1/webhooks/stripe', '/api/v1/subscriptions/webhook']

/** Deliveries of Stripe. The body is handed on as it came: its signature covers every byte. */
export const webhookRoutes =
  ({ client, clock, newId }: RouteDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
        done(null, body),
      )
      for (const path of paths) {
        scope.post(path, (request) => {
          const given = request.headers['stripe-signature']
          return client.receiveStripeEvent(systemContext({ clock, newId, timeoutMs }), {
            signature: (Array.isArray(given) ? given[0] : given)?.slice(0, 2_000) ?? '',
            body: Buffer.isBuffer(request.body) ? request.body.toString('base64') : '',
          })
        })
      }
    })
  }
