import type pg from 'pg'
import { type Database, relayRole } from './database.ts'
import { sendTogether } from './send-together.ts'
import { withClient } from './with-client.ts'

/**
 * Runs `work` in one transaction of the relay's role, which sees every module's outbox and inbox and no other row.
 * Tables are named with their schema. For the platform's own movers of events; a module never holds this.
 */
export function relayTransaction<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withClient(database, async (client) => {
    sendTogether(database, client)
    const begun = client.query(`begin; select set_config('role', '${relayRole}', true)`)
    if (!database.isPipelined) await begun
    const [result] = await Promise.all([work(client), begun])
    await client.query('commit')
    return result
  })
}
