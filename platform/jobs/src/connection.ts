import { type Database, withClient } from '@triptych/db'
import { CompiledQuery, type Kysely } from 'kysely'
import type pg from 'pg'
import type { Db } from 'pg-boss'

/** The queue on the app's own connections. */
export function connectionOf(database: Database): Db {
  return { executeSql: (text, values) => withClient(database, (client) => execute(client, text, values)) }
}

export const clientAsDb = (client: pg.PoolClient): Db => ({
  executeSql: (text, values) => execute(client, text, values),
})

/** A module's open transaction: what is sent through it commits with it. */
export function transactionAsDb(transaction: { readonly query: unknown }): Db {
  const query = transaction.query as Kysely<unknown>
  return {
    executeSql: async (text, values = []) => ({
      rows: (await query.executeQuery(CompiledQuery.raw(text, [...values]))).rows,
    }),
  }
}

async function execute(
  client: pg.PoolClient,
  text: string,
  values?: unknown[],
): Promise<{ rows: unknown[] }> {
  return lastOf(
    await (values === undefined || values.length === 0 ? client.query(text) : client.query(text, values)),
  )
}

/** Several statements in one text answer with a list. */
const lastOf = (result: pg.QueryResult | pg.QueryResult[]): { rows: unknown[] } =>
  Array.isArray(result) ? (result.at(-1) ?? { rows: [] }) : result
