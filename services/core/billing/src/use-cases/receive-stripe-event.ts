import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { isEvent, isThin } from '../domain/stripe-shapes.ts'
import { isSigned } from '../ports/stripe-signature.ts'
import { receive } from '../receive-event.ts'

export const receiveStripeEvent =
  (deps: Deps): HandlerOf<typeof billingContract, 'receiveStripeEvent'> =>
  async (context, { signature: header, body: encoded }, fail) => {
    if (deps.webhookSecrets.length === 0) throw fail('billing.not_configured')
    const body = Buffer.from(encoded, 'base64')
    if (!isSigned({ body, header }, deps.webhookSecrets, deps.clock.now())) {
      throw fail('billing.webhook_unauthentic')
    }
    const payload = parse(body)
    if (isThin(payload)) throw fail('billing.webhook_thin')
    if (!isEvent(payload)) throw fail('billing.webhook_malformed')
    return { received: true as const, outcome: await receive(deps, context, payload) }
  }

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
