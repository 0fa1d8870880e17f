import { type Clock, type Context, type Once, userIdOf } from '@triptych/kernel'
import type { Earlier, OnceGuard } from '@triptych/kernel/server'
import { outcomesKeptMs } from './commit.ts'
import type { Database } from './database.ts'
import type { ModuleDatabase } from './module-database.ts'
import { schemaOf } from './names.ts'
import { relayTransaction } from './relay-transaction.ts'

/** Every module's schema has this table. */
export interface IdempotencyTables {
  idempotency_keys: {
    user_id: string
    operation: string
    key: string
    request_hash: string
    resource_id: string | null
    sealed_output: Uint8Array | null
    created_at: string
  }
}

/** Marks a request as being worked on, over all processes; forgetting it early costs work, never correctness. */
export interface Claims {
  claim(key: string, ttlMs: number): Promise<boolean>
  release(key: string): Promise<void>
}

export interface OnceStoreOptions {
  readonly database: ModuleDatabase<IdempotencyTables>
  readonly claims: Claims
  readonly clock: Clock
  readonly unseal: (context: Context, once: Once, sealed: Uint8Array) => Promise<string>
}

const claimMs = 120_000

/** First outcomes of writes, kept for 24 hours in the module's own schema. */
export function createOnceStore(options: OnceStoreOptions): OnceGuard {
  const claimKey = (context: Context, once: Once) =>
    `once:${userIdOf(context.actor) ?? ''}:${once.operation}:${once.key}`

  return {
    async begin(context, once): Promise<Earlier> {
      const earlier = await findOutcome(options, context, once)
      if (earlier.state !== 'none') return earlier
      const claimed = await options.claims.claim(claimKey(context, once), claimMs).catch(() => true)
      return claimed ? earlier : { state: 'running' }
    },
    async end(context, once) {
      await options.claims.release(claimKey(context, once)).catch(() => undefined)
    },
  }
}

async function findOutcome(options: OnceStoreOptions, context: Context, once: Once): Promise<Earlier> {
  const row = await options.database.readOne(context, (query) =>
    query
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'resource_id', 'sealed_output', 'created_at'])
      .where('operation', '=', once.operation)
      .where('key', '=', once.key)
      .executeTakeFirst(),
  )
  if (row === undefined) return { state: 'none' }
  if (Date.parse(row.created_at) <= options.clock.now() - outcomesKeptMs)
    return { state: 'none', outlived: true }
  const requestHash = row.request_hash
  if (row.resource_id !== null) return { state: 'done', requestHash, resourceId: row.resource_id }
  if (row.sealed_output === null) return { state: 'done', requestHash, output: undefined }
  const text = await options.unseal(context, once, row.sealed_output)
  return { state: 'done', requestHash, output: (JSON.parse(text) as { output?: unknown }).output }
}

/** Deletes outcomes that have served their time, in every module's schema. */
export async function forgetOutcomes(
  database: Database,
  modules: readonly string[],
  clock: Clock,
): Promise<void> {
  const before = new Date(clock.now() - outcomesKeptMs).toISOString()
  await relayTransaction(database, async (client) => {
    for (const module of modules) {
      await client.query(`delete from ${schemaOf(module)}.idempotency_keys where created_at < $1`, [before])
    }
  })
}
