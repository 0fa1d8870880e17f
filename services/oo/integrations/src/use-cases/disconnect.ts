import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { toDto } from '../connector-view.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { endConnection } from '../end-connection.ts'
import { findConnection } from '../store/connections.ts'
import { standingsOf } from '../store/standings.ts'

export const disconnect =
  (deps: Deps): HandlerOf<typeof integrationsContract, 'disconnect'> =>
  async (context, { provider }, fail) => {
    const connector = deps.connectors.get(provider)
    if (connector === undefined) throw fail('integrations.unknown_connector')
    const place = { userId: userIdOf(context.actor) ?? '', provider }
    const { consentId, answer } = await deps.db.write(context, async (transaction) => {
      const connection = await findConnection(transaction.query, place)
      if (connection === undefined || connection.status === 'disconnected') {
        throw fail('integrations.not_connected')
      }
      await endConnection(deps, transaction, place)
      const standingWith = await standingsOf(transaction.query, place.userId)
      const ended = toDto(connector, standingWith(provider))
      transaction.remember(ended)
      return { consentId: connection.consent_id, answer: ended }
    })
    if (consentId !== null) {
      // Gone already when the person withdrew it there: that is what began this.
      await deps.identity.withdrawConsent(context, { id: consentId }).catch((error: unknown) => {
        deps.logger.for(context).warn({ error }, 'integrations.consent_kept')
      })
    }
    return answer
  }
