import { actingFor, type Context, isoTime, userDeletionRequested } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { noteAsked } from './store/receipts.ts'

const firstMs = 15 * 60_000
const longestMs = 24 * 3_600_000
const most = 100

/**
 * Asks anew for erasures that a service has not answered, and once more for those that all have: a request that was
 * under way when the account ended may have written after the answer. Who has nothing left finds nothing, and says so.
 */
export const askAgain =
  (deps: Pick<Deps, 'db' | 'clock'>) =>
  async (context: Context): Promise<void> => {
    const now = deps.clock.now()
    await deps.db.write(actingFor(context), async ({ query, emit }) => {
      const waiting = await query
        .selectFrom('erasures')
        .innerJoin('receipts', 'receipts.id', 'erasures.id')
        .select([
          'erasures.id',
          'user_id',
          'erasures.requested_at',
          'asked_at',
          'asks',
          'token_hash',
          'completed_at',
        ])
        .where('asked_at', '<=', new Date(now - firstMs).toISOString())
        .orderBy('asked_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute()
      const due = waiting.filter(
        ({ asked_at: askedAt, asks }) =>
          now - Date.parse(askedAt) >= Math.min(longestMs, firstMs * 2 ** (asks - 1)),
      )
      for (const erasure of due) {
        const body = {
          userId: erasure.user_id,
          erasureId: erasure.id,
          requestedAt: new Date(erasure.requested_at).toISOString(),
          receiptTokenHash: erasure.token_hash ?? new Uint8Array(),
        }
        emit(userDeletionRequested, body, { userId: erasure.user_id })
        if (erasure.completed_at === null) await noteAsked(query, erasure, isoTime(deps.clock))
        else await query.deleteFrom('erasures').where('id', '=', erasure.id).execute()
      }
    })
  }
