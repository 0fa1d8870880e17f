import type pg from 'pg'
import type { Database } from './database.ts'

/**
 * Lends a connection to `work`. After an error nothing that it began goes on, and a connection that cannot even roll
 * back is not used again.
 */
export async function withClient<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  try {
    const result = await work(client)
    client.release()
    return result
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => undefined,
      (failed: Error) => failed,
    )
    client.release(broken)
    throw error
  }
}
