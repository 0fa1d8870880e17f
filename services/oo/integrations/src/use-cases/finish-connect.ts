import { type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { beginConnection } from '../begin-connection.ts'
import { callbackUrl } from '../callback-url.ts'
import { ConnectionRefused, type Credential } from '../connectors/connector.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { providerFailure } from '../provider-failure.ts'
import { showConnector } from '../show-connector.ts'
import { stateHash } from './connect.ts'

/** The state counts once and for the person who began: nobody else's account ends in theirs, nor theirs in another's. */
export const finishConnect =
  (deps: Deps): HandlerOf<typeof integrationsContract, 'finishConnect'> =>
  async (context, { provider, state, code, error }, fail) => {
    const connector = deps.connectors.get(provider)
    if (connector?.kind !== 'oauth') throw fail('integrations.unknown_connector')
    const userId = userIdOf(context.actor) ?? ''
    const attempt = await deps.db.write(context, ({ query }) =>
      query
        .deleteFrom('connect_attempts')
        .where('state_hash', '=', stateHash(state))
        .where('provider', '=', provider)
        .where('expires_at', '>', isoTime(deps.clock))
        .returning('retention_days')
        .executeTakeFirst(),
    )
    if (attempt === undefined) throw fail('integrations.state_invalid')
    if (error !== undefined || code === undefined) throw fail('integrations.access_denied')
    let credential: Credential
    try {
      const redirectUri = callbackUrl(deps, connector)
      credential = await connector.finishOAuth({ code, redirectUri }, context.signal)
    } catch (refused) {
      if (refused instanceof ConnectionRefused) throw fail('integrations.access_denied')
      throw providerFailure(refused)
    }
    const retentionDays = attempt.retention_days
    await beginConnection(deps, context, connector, { userId, credential, retentionDays })
    return showConnector(deps, context, connector)
  }
