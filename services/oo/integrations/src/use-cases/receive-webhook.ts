import { createHash } from 'node:crypto'
import { type HandlerOf, isoTime } from '@triptych/kernel'
import { accountHash } from '../account-hash.ts'
import { syncKey } from '../begin-connection.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { integrationsJobs } from '../jobs.ts'
import { peopleOfAccount } from '../store/connections.ts'

/** A delivery is a hint: it asks for a reading, once, and is believed in nothing else. */
export const receiveWebhook =
  (deps: Deps): HandlerOf<typeof integrationsContract, 'receiveWebhook'> =>
  async (context, { provider, signature, delivery_id: deliveryId, body }, fail) => {
    const connector = deps.connectors.get(provider)
    if (connector?.kind !== 'oauth' || connector.readWebhook === undefined) {
      throw fail('integrations.unknown_connector')
    }
    const hint = connector.readWebhook({ body: Buffer.from(body, 'base64'), signature })
    if (hint === undefined) throw fail('integrations.webhook_unauthentic')
    const delivery = {
      provider,
      delivery_hash: createHash('sha256').update(deliveryId).digest(),
      received_at: isoTime(deps.clock),
    }
    return deps.db.write(context, async (transaction) => {
      const { query } = transaction
      const { numInsertedOrUpdatedRows: isNew } = await query
        .insertInto('webhook_deliveries')
        .values(delivery)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (isNew !== 1n) return { accepted: false }
      const people = await peopleOfAccount(query, provider, accountHash(deps.secret, provider, hint.account))
      for (const userId of people) {
        const key = { singletonKey: syncKey({ userId, provider }) }
        await deps.jobs.send(integrationsJobs.sync, { provider }, { userId, transaction, ...key })
      }
      return { accepted: true }
    })
  }
