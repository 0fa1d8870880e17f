import { type Kysely, sql } from 'kysely'

/**
 * Waits for the lock of this name and holds it until the transaction ends. A name begins with its module's, as in
 * `billing.usage:42`; what Postgres knows is a number, which is the name's hash.
 */
export const lockByName = <Tables>(query: Kysely<Tables>, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(query)
