import type { Transaction } from '@triptych/db'
import {
  type Clock,
  type Context,
  type EventBody,
  isoTime,
  userDataErased,
  userDeletionRequested,
} from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { type Consumer, consumer } from './consumer.ts'

/** What was erased: kind of record to number of records. */
export type ErasedCounts = Readonly<Record<string, bigint>>
export type DeletionRequested = EventBody<typeof userDeletionRequested>

type TableOf<Tables> = {
  [Name in keyof Tables & string]: Tables[Name] extends { user_id: unknown } ? Name : never
}[keyof Tables & string]

export interface Erasure<Tables, Prepared = undefined> {
  readonly clock: Clock
  /** Tables whose rows name their person in `user_id`, children first; each is counted under its own name. */
  readonly tables?: readonly TableOf<Tables>[]
  /** Runs before the transaction: files and whatever else no transaction holds. May run more than once. */
  prepare?(context: Context, person: DeletionRequested): Promise<Prepared>
  /** Erases the rest in the same transaction, and counts it. */
  also?(
    transaction: Transaction<Tables>,
    person: DeletionRequested,
    prepared: Prepared,
  ): Promise<ErasedCounts>
}

/** Erases what a module holds about a person whose account ends, and answers with the counts for the receipt. */
export function erasure<Tables, Prepared = undefined>({
  clock,
  tables = [],
  prepare,
  also,
}: Erasure<Tables, Prepared>): Consumer<Tables> {
  return consumer<typeof userDeletionRequested, Tables, Prepared>({
    event: userDeletionRequested,
    ...(prepare === undefined ? {} : { prepare }),
    async handle(_context, person, { module, prepared }, transaction) {
      const { userId, erasureId } = person
      const counts: Record<string, bigint> = {}
      for (const table of tables) counts[table] = await deleteRows(transaction.query, table, userId)
      Object.assign(counts, await also?.(transaction, person, prepared))
      const erasedAt = isoTime(clock)
      transaction.emit(userDataErased, { userId, erasureId, service: module, counts, erasedAt })
    },
  })
}

async function deleteRows<Tables>(query: Kysely<Tables>, table: string, userId: string): Promise<bigint> {
  const rows = query as unknown as Kysely<Record<string, { user_id: string }>>
  const { numDeletedRows } = await rows
    .deleteFrom(table)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return numDeletedRows
}
