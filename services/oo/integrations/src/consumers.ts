import { consumer, defineConsumers, erasure } from '@triptych/bus'
import { identityEvents } from '@triptych/identity/contract'
import type { Deps } from './deps.ts'
import { endConnection, handOverToRevocation } from './end-connection.ts'
import { findConnection } from './store/connections.ts'
import type { IntegrationsTables } from './store/tables.ts'

export const consumersOf = (deps: Deps) =>
  defineConsumers<IntegrationsTables>({
    /** A consent that is withdrawn anywhere ends what it allowed. */
    end_connection: consumer({
      event: identityEvents.consentWithdrawn,
      async handle(_context, { userId, connector: provider, purpose }, _meta, transaction) {
        if (purpose !== 'connector') return
        const place = { userId, provider }
        const connection = await findConnection(transaction.query, place)
        if (connection === undefined || connection.status === 'disconnected') return
        await endConnection(deps, transaction, place)
      },
    }),
    erase_person: erasure<IntegrationsTables>({
      clock: deps.clock,
      tables: ['commands', 'tasks', 'projects', 'connect_attempts', 'disconnections', 'connections'],
      /** The secrets go to the revocations, which name nobody; their rows here are gone with that. */
      async also(transaction, { userId }) {
        const rows = await transaction.query
          .selectFrom('credentials')
          .select('provider')
          .where('user_id', '=', userId)
          .execute()
        for (const { provider } of rows) await handOverToRevocation(deps, transaction, { userId, provider })
        return { credentials: BigInt(rows.length) }
      },
    }),
  })
