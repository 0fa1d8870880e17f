import type { Kysely } from 'kysely'
import { dataHolders } from '../contract/holders.ts'
import type { PrivacyTables } from './tables.ts'

type Query = Kysely<PrivacyTables>

export interface NewErasure {
  readonly id: string
  readonly userId: string
  readonly tokenHash: Uint8Array | null
  readonly requestedAt: string
  readonly restorableUntil: string
  readonly readableUntil: string
  readonly now: string
}

/** Opens a receipt with every holder pending. An erasure that is asked for again keeps the one it has. */
export async function openReceipt(query: Query, erasure: NewErasure): Promise<void> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('receipts')
    .values({
      id: erasure.id,
      token_hash: erasure.tokenHash,
      requested_at: erasure.requestedAt,
      restorable_until: erasure.restorableUntil,
      readable_until: erasure.readableUntil,
      completed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return
  await query
    .insertInto('receipt_services')
    .values(
      dataHolders.map((name) => ({
        receipt_id: erasure.id,
        name,
        status: 'pending' as const,
        erased: '{}',
        at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await query
    .insertInto('erasures')
    .values({
      id: erasure.id,
      user_id: erasure.userId,
      requested_at: erasure.requestedAt,
      asked_at: erasure.now,
      asks: 1,
    })
    .execute()
  await completeReceipt(query, erasure.id, erasure.now)
}

export async function noteAsked(
  query: Query,
  { id, asks }: { readonly id: string; readonly asks: number },
  now: string,
): Promise<void> {
  await query
    .updateTable('erasures')
    .set({ asked_at: now, asks: asks + 1 })
    .where('id', '=', id)
    .execute()
}

export interface Answer {
  readonly receiptId: string
  readonly service: string
  readonly erased: Readonly<Record<string, number>>
  readonly at: string
}

/** Notes a service's first answer: a later one, to a question asked again, finds nothing left to count. */
export async function noteAnswer(query: Query, answer: Answer, now: string): Promise<void> {
  const row = { status: 'erased' as const, erased: JSON.stringify(answer.erased), at: answer.at }
  await query
    .insertInto('receipt_services')
    .values({ receipt_id: answer.receiptId, name: answer.service, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['receipt_id', 'name'])
        .doUpdateSet(row)
        .where('receipt_services.status', '=', 'pending'),
    )
    .execute()
  await completeReceipt(query, answer.receiptId, now)
}

/** Held while it is judged, so that of two last answers one sees the other. */
async function completeReceipt(query: Query, id: string, now: string): Promise<void> {
  const receipt = await query
    .selectFrom('receipts')
    .select('completed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (receipt === undefined || receipt.completed_at !== null) return
  const pending = await query
    .selectFrom('receipt_services')
    .select('name')
    .where('receipt_id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  if (pending !== undefined) return
  await query.updateTable('receipts').set({ completed_at: now }).where('id', '=', id).execute()
  // Asked once only, it stays: whoever was at work when the account ended may have written after the answer.
  await query.deleteFrom('erasures').where('id', '=', id).where('asks', '>', 1).execute()
}
