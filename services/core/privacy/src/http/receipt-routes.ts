import {
  type Client,
  type Clock,
  failure,
  id,
  type NewId,
  requestErrors,
  systemContext,
} from '@triptych/kernel'
import type { Kv } from '@triptych/kv'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { privacyContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'

interface RouteDeps {
  readonly client: Client<typeof privacyContract>
  readonly clock: Clock
  readonly newId: NewId
  readonly kv: Kv
}

const perMinute = 60
const longestToken = 200

/** Receipts outlive their account: the bearer token is the receipt's own, and no sign-in is asked for. */
export const receiptRoutes =
  (deps: RouteDeps) =>
  (app: FastifyInstance): void => {
    app.get('/api/v1/privacy/receipts/:id', async (request, reply) => {
      await refuseFlood(deps.kv, request.ip)
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (token === undefined) {
        throw failure(requestErrors.unauthenticated, {
          detail: 'Send the token of the receipt: Authorization: Bearer <receipt_token>.',
        })
      }
      const wanted = id.safeParse((request.params as { id: string }).id)
      if (!wanted.success || token.length > longestToken) throw failure(errors.receipt_not_found)
      reply.header('cache-control', 'no-store')
      return deps.client.getReceipt(contextOf(deps, request), { id: wanted.data, token })
    })
  }

const contextOf = (deps: RouteDeps, request: FastifyRequest) =>
  systemContext({ clock: deps.clock, newId: deps.newId, requestId: request.id, caller: 'edge' })

/** A store that is away refuses nobody: the token is too long to be guessed. */
async function refuseFlood(kv: Kv, ip: string): Promise<void> {
  const bucket = {
    key: `privacy:receipts:${ip}`,
    capacity: perMinute,
    refillPerSecond: perMinute / 60,
    cost: 1,
  }
  const taken = await kv.consume(bucket).catch(() => undefined)
  if (taken?.allowed === false) throw failure(requestErrors.limited, { retryAfterMs: taken.retryAfterMs })
}
