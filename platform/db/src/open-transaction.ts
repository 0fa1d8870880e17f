import { type Context, failure, requestErrors, userIdOf } from '@triptych/kernel'
import pg from 'pg'
import type { Database } from './database.ts'
import { roleOf, schemaOf } from './names.ts'
import { sendTogether } from './send-together.ts'
import type { StatementNames } from './statement-names.ts'

/** A transaction on its connection. */
export interface OpenTransaction {
  readonly client: pg.PoolClient
  /** Rejects when the transaction could not begin; what was sent behind it has failed too. */
  readonly begun: Promise<unknown>
  /** Whether it still runs; afterwards its connection belongs to someone else. */
  readonly state: { ended: boolean }
  /** Set when its first query is its last: the end is sent right behind it. */
  readonly endsWithQuery: boolean
  /** Whether queries that are asked together are sent together; else each waits for the one before it. */
  readonly isPipelined: boolean
  readonly nameOf: StatementNames
}

export interface TransactionStart {
  readonly module: string
  readonly context: Context
  readonly mode: 'read only' | 'read write'
  readonly remainingMs: number
  readonly nameOf: StatementNames
  /** The work is one query. */
  readonly isOneQuery: boolean
}

/** Takes a connection and begins; on a pipelined one the first query leaves with the beginning. */
export async function beginOn(database: Database, start: TransactionStart): Promise<OpenTransaction> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw failure(requestErrors.unavailable, { cause })
  })
  sendTogether(database, client)
  const begun = client.query(beginStatement(start)).catch((cause: unknown) => {
    throw failure(requestErrors.unavailable, { cause })
  })
  begun.catch(() => undefined)
  if (!database.isPipelined) {
    await begun.catch(async (error: unknown) => {
      await finish(client, 'rollback')
      throw error
    })
  }
  const endsWithQuery = start.isOneQuery && database.isPipelined
  const { isPipelined } = database
  return { client, begun, state: { ended: false }, endsWithQuery, isPipelined, nameOf: start.nameOf }
}

/** One round trip: begin, and bind role, person, tenant, schema and time limit for this transaction alone. */
function beginStatement({ module, context, mode, remainingMs }: TransactionStart): string {
  const setting = (name: string, value: string) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`
  return `begin ${mode}; select ${[
    setting('role', roleOf(module)),
    setting('search_path', `${schemaOf(module)}, platform, pg_temp`),
    setting('app.user_id', userIdOf(context.actor) ?? ''),
    setting('app.organization_id', context.tenant?.organizationId ?? ''),
    setting('statement_timeout', String(remainingMs)),
  ].join(', ')}`
}

export async function finish(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  try {
    await client.query(how)
    client.release()
  } catch (error) {
    client.release(error as Error)
  }
}
