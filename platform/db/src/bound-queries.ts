import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { finish, type OpenTransaction } from './open-transaction.ts'
import { sendTogether } from './send-together.ts'

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** A query builder whose every query runs on this one connection, inside its open transaction. */
export function queriesOn<Tables>(transaction: OpenTransaction): Kysely<Tables> {
  const connection = boundConnection(transaction)
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver: refusing,
    executor: new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (consumer) => consumer(connection),
    }),
  })
}

function boundConnection(transaction: OpenTransaction): DatabaseConnection {
  const { client, state, begun, nameOf, isPipelined } = transaction
  let last: Promise<unknown> = Promise.resolve()
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      if (state.ended) throw new Error('The transaction has ended; await every query inside it.')
      const name = nameOf(query.sql)
      const values = [...query.parameters]
      const send = () => {
        sendTogether(transaction, client)
        return client.query(
          name === undefined ? { text: query.sql, values } : { name, text: query.sql, values },
        )
      }
      const answer = isPipelined ? send() : last.then(send)
      last = answer.catch(() => undefined)
      if (transaction.endsWithQuery) {
        state.ended = true
        // After a query that failed, a commit is a rollback.
        void finish(client, 'commit')
      }
      await begun
      const result = await answer
      return {
        rows: result.rows as Row[],
        ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
      }
    },
    streamQuery: () => {
      throw new Error('Streaming queries are not available on both databases.')
    },
  }
}

const refuse = () =>
  Promise.reject(new Error('The transaction is already open; do not begin another inside it.'))

const refusing: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: refuse,
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
}

const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => refusing,
  createQueryCompiler: () => compiler,
  createIntrospector: (db) => new PostgresIntrospector(db),
}
