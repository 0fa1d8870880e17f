import { createHmac } from 'node:crypto'
import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { sealTarget } from '../sealed-target.ts'
import { findByEndpoint, keepNewest, saveSubscription, takeEndpoint } from '../store/push-subscriptions.ts'

/** For each app; more than anybody has browsers. */
const subscriptionsMax = 20

export const subscribePush =
  (deps: Deps): HandlerOf<typeof notificationsContract, 'subscribePush'> =>
  async (context, { endpoint, keys, app, user_agent: userAgent }, fail) => {
    const refusal = deps.pushSender.refusalOf({ endpoint, keys })
    if (refusal !== undefined) {
      throw fail('notifications.push_subscription_invalid', { issues: [refusal] })
    }
    const userId = userIdOf(context.actor) ?? ''
    const cipher = await deps.ciphers.cipherOf(context, userId)
    const hash = endpointHash(deps.config.NOTIFICATIONS_SECRET, endpoint)
    const id = await deps.db.write(context, async ({ query }) => {
      const takenKey = await takeEndpoint(query, hash, userId)
      const known = await findByEndpoint(query, hash)
      const now = isoTime(deps.clock)
      const row = {
        id: known?.id ?? deps.newId(),
        user_id: userId,
        app,
        endpoint_hash: hash,
        endpoint_host: new URL(endpoint).host,
        // A browser's address stays with the key it was made with, whoever is signed in.
        vapid_key: known?.vapid_key ?? takenKey ?? deps.pushSender.publicKey,
        created_at: known?.created_at ?? now,
        last_contact_at: now,
      }
      const sealed = sealTarget(cipher, row.id, { endpoint, keys, user_agent: userAgent ?? null })
      const saved = { ...row, sealed_target: sealed }
      await saveSubscription(query, saved)
      await keepNewest(query, saved, subscriptionsMax)
      return row.id
    })
    return { id }
  }

const endpointHash = (secret: string, endpoint: string): Uint8Array =>
  createHmac('sha256', secret).update(`triptych/push-endpoint/1/${endpoint}`).digest()
