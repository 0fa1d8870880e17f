import { context as otelContext, propagation } from '@opentelemetry/api'
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf'
import {
  type Clock,
  type Context,
  type ErrorDefinition,
  type EventDefinition,
  failure,
  type NewId,
  type Once,
  requestErrors,
  userIdOf,
} from '@triptych/kernel'
import { insideTransaction, openTransaction } from '@triptych/kernel/server'
import type { Kysely } from 'kysely'
import { queriesOn } from './bound-queries.ts'
import type { Database } from './database.ts'
import { commitStatement, type KeptOutcome, type OutboxRow } from './commit.ts'
import { beginOn, finish, type OpenTransaction, type TransactionStart } from './open-transaction.ts'
import { sendTogether } from './send-together.ts'
import { createStatementNames, noStatementNames } from './statement-names.ts'

/** What a write transaction offers beside its queries. All of it commits or none. */
export interface Transaction<Tables> {
  readonly query: Kysely<Tables>
  /** Announces a fact; it leaves the process only after the commit. */
  readonly emit: <E extends EventDefinition>(
    event: E,
    body: MessageInitShape<E['schema']>,
    about?: EventSubject,
  ) => void
  /** Keeps the outcome for a repeated request with the same Idempotency-Key; without a key it does nothing. */
  readonly remember: (output?: { readonly id: string } | Record<string, unknown>) => void
  /** Queries whose answer nobody reads: they travel with the commit. If one fails, nothing is committed. */
  readonly withCommit: (...queries: readonly Promise<unknown>[]) => void
}

/** Whose fact it is; the actor and tenant of the context unless said. */
export interface EventSubject {
  readonly userId?: string
  readonly organizationId?: string
}

/** A module's own rows. Every query runs in a transaction bound to the module's role, the person and the tenant. */
export interface ModuleDatabase<Tables> {
  read<T>(context: Context, work: (query: Kysely<Tables>) => Promise<T>): Promise<T>
  /** The same for work that is exactly one query: with a server it takes one round trip. */
  readOne<T>(context: Context, work: (query: Kysely<Tables>) => Promise<T>): Promise<T>
  write<T>(context: Context, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
}

/** Seals the text of an outcome under its person's key. */
export type SealOutcome = (text: string) => Uint8Array

export interface ModuleDatabaseOptions {
  readonly database: Database
  readonly module: string
  readonly clock: Clock
  readonly newId: NewId
  /** Which declared error a broken constraint means to the caller. */
  readonly constraints?: Readonly<Record<string, ErrorDefinition>>
  /** What seals an outcome that cannot be rendered anew; asked for before the transaction begins. */
  readonly sealerOf?: (context: Context, once: Once) => Promise<SealOutcome>
  /** Called after a commit that announced something. */
  readonly onEmitted?: () => void
}

const retriesMax = 3
const serializationFailures = new Set(['40001', '40P01'])

export function createModuleDatabase<Tables>(options: ModuleDatabaseOptions): ModuleDatabase<Tables> {
  const { module } = options
  const nameOf = options.database.isPipelined ? createStatementNames(module) : noStatementNames

  async function attempt<T>(
    context: Context,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    // The key is fetched before the transaction: another module keeps it.
    const seal = context.once?.sealed === true ? await options.sealerOf?.(context, context.once) : undefined
    const opened = await begin(options, context, { mode: 'read write', nameOf, isOneQuery: false })
    const { client, state } = opened
    const pending: Pending = { outbox: [], kept: [], last: [], seal }
    try {
      const query = queriesOn<Tables>(opened)
      const transaction = transactionOn<Tables>(options, context, query, pending)
      const result = await insideTransaction(module, () => work(transaction))
      if (!opened.isPipelined) await Promise.all(pending.last)
      state.ended = true
      await opened.begun
      sendTogether(opened, client)
      await Promise.all([client.query(commitStatement(pending.outbox, pending.kept)), ...pending.last])
      client.release()
      if (pending.outbox.length > 0) options.onEmitted?.()
      return result
    } catch (error) {
      state.ended = true
      await finish(client, 'rollback')
      throw error
    }
  }

  async function write<T>(
    context: Context,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt(context, work)
      } catch (error) {
        const retryable = serializationFailures.has(codeOf(error)) && attempts < retriesMax
        if (!retryable) throw translate(options, context, error)
      }
    }
  }

  return {
    read: (context, work) => reading(options, context, { nameOf, isOneQuery: false }, work),
    readOne: (context, work) => reading(options, context, { nameOf, isOneQuery: true }, work),
    write,
  }
}

async function reading<Tables, T>(
  options: ModuleDatabaseOptions,
  context: Context,
  how: Pick<TransactionStart, 'nameOf' | 'isOneQuery'>,
  work: (query: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const opened = await begin(options, context, { ...how, mode: 'read only' })
  let failed: Error | undefined
  try {
    return await insideTransaction(options.module, () => work(queriesOn<Tables>(opened)))
  } catch (error) {
    failed = error as Error
    throw translate(options, context, error)
  } finally {
    // Nothing was written, so nobody needs to wait for the end of the transaction.
    if (!opened.state.ended) void finish(opened.client, failed === undefined ? 'commit' : 'rollback')
    opened.state.ended = true
  }
}

function begin(
  options: ModuleDatabaseOptions,
  context: Context,
  how: Pick<TransactionStart, 'mode' | 'nameOf' | 'isOneQuery'>,
): Promise<OpenTransaction> {
  const { module } = options
  const outer = openTransaction()
  if (outer !== undefined) throw new Error(`${module} opened a transaction inside one of ${outer}`)
  const remainingMs = Math.ceil(context.deadline - options.clock.now())
  if (remainingMs <= 0) throw failure(requestErrors.timeout)
  return beginOn(options.database, { ...how, module, context, remainingMs })
}

/** What leaves with the commit. */
interface Pending {
  readonly outbox: OutboxRow[]
  readonly kept: KeptOutcome[]
  readonly last: Promise<unknown>[]
  readonly seal: SealOutcome | undefined
}

function transactionOn<Tables>(
  options: ModuleDatabaseOptions,
  context: Context,
  query: Kysely<Tables>,
  pending: Pending,
): Transaction<Tables> {
  return {
    query,
    emit(event, body, about) {
      const carrier: { traceparent?: string } = {}
      propagation.inject(otelContext.active(), carrier)
      pending.outbox.push({
        id: options.newId(),
        subject: event.subject,
        body: toBinary(event.schema, create(event.schema, body)),
        userId: about?.userId ?? userIdOf(context.actor),
        organizationId: about?.organizationId ?? context.tenant?.organizationId,
        traceparent: carrier.traceparent,
        occurredAt: new Date(options.clock.now()).toISOString(),
      })
    },
    remember(output) {
      const { once } = context
      if (once === undefined) return
      const createdAt = new Date(options.clock.now()).toISOString()
      const kept = outcomeOf(once, pending.seal, output)
      pending.kept.push({ once, createdAt, ...kept })
    },
    withCommit(...queries) {
      // A failure is told by the commit, not as a rejection that nobody handles.
      for (const sent of queries) sent.catch(() => undefined)
      pending.last.push(...queries)
    },
  }
}

function outcomeOf(once: Once, seal: SealOutcome | undefined, output: unknown) {
  if (output === undefined) return {}
  if (!once.sealed) return { resourceId: (output as { id: string }).id }
  if (seal === undefined)
    throw new Error(`${once.operation} cannot seal its outcome: the module has no vault`)
  return { sealedOutput: seal(JSON.stringify({ output })) }
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

/** A broken constraint becomes the declared error; a cut connection or a time limit becomes an honest one. */
function translate(options: ModuleDatabaseOptions, context: Context, error: unknown): unknown {
  const { constraint } = error as { constraint?: string }
  const declared = constraint === undefined ? undefined : options.constraints?.[constraint]
  if (declared !== undefined) return failure(declared, { cause: error })
  if (constraint === 'idempotency_keys_pkey') return failure(requestErrors.in_progress, { cause: error })
  const code = codeOf(error)
  if (code === '57014') return failure(requestErrors.timeout, { cause: error })
  if (code.startsWith('08') || code === 'ECONNRESET' || code === '57P01') {
    return failure(requestErrors.unavailable, { cause: error })
  }
  return context.signal.aborted ? (context.signal.reason ?? error) : error
}
