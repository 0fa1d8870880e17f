import { type HandlerOf, userIdOf } from '@triptych/kernel'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { endConnection } from '../end-connection.ts'
import { showConnector } from '../show-connector.ts'
import { findConnection } from '../store/connections.ts'

export const disconnect =
  (deps: Deps): HandlerOf<typeof integrationsContract, 'disconnect'> =>
  async (context, { provider }, fail) => {
    const connector = deps.connectors.get(provider)
    if (connector === undefined) throw fail('integrations.unknown_connector')
    const place = { userId: userIdOf(context.actor) ?? '', provider }
    const consentId = await deps.db.write(context, async (transaction) => {
      const connection = await findConnection(transaction.query, place)
      if (connection === undefined || connection.status === 'disconnected') return undefined
      await endConnection(deps, transaction, place)
      return connection.consent_id
    })
    if (consentId === undefined) throw fail('integrations.not_connected')
    if (consentId !== null) {
      // Gone already when the person withdrew it there: that is what began this.
      await deps.identity.withdrawConsent(context, { id: consentId }).catch((error: unknown) => {
        deps.logger.for(context).warn({ error }, 'integrations.consent_kept')
      })
    }
    return showConnector(deps, context, connector)
  }
