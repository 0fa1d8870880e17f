import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { showConnector } from '../show-connector.ts'
import { findConnection, pausedUntil } from '../store/connections.ts'
import type { SyncConnection } from '../sync-connection.ts'

export const sync =
  (deps: Deps, syncConnection: SyncConnection): HandlerOf<typeof integrationsContract, 'sync'> =>
  async (context, { provider }, fail) => {
    const connector = deps.connectors.get(provider)
    if (connector === undefined) throw fail('integrations.unknown_connector')
    const place = { userId: userIdOf(context.actor) ?? '', provider }
    const connection = await deps.db.readOne(context, (query) => findConnection(query, place))
    if (connection === undefined || connection.status === 'disconnected') {
      throw fail('integrations.not_connected')
    }
    if (connection.status === 'needs_reconnect') throw fail('integrations.needs_reconnect')
    const until = pausedUntil(connection, isoTime(deps.clock))
    if (until !== undefined) {
      throw fail('integrations.provider_busy', { retryAfterMs: Date.parse(until) - deps.clock.now() })
    }
    await syncConnection(context, place)
    const answer = await showConnector(deps, context, connector)
    await deps.db.write(context, async ({ remember }) => remember(answer))
    return answer
  }
