import { createHash, timingSafeEqual } from 'node:crypto'
import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { privacyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

/** A wrong token, another id and a receipt whose time is over look the same. */
export const getReceipt =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof privacyContract, 'getReceipt'> =>
  async (context, { id, token }, fail) => {
    const { receipt, services } = await deps.db.read(actingFor(context), async (query) => ({
      receipt: await query.selectFrom('receipts').selectAll().where('id', '=', id).executeTakeFirst(),
      services: await query
        .selectFrom('receipt_services')
        .selectAll()
        .where('receipt_id', '=', id)
        .orderBy('name')
        .execute(),
    }))
    const isReadable = receipt !== undefined && Date.parse(receipt.readable_until) > deps.clock.now()
    if (!isReadable || !opens(token, receipt.token_hash)) throw fail('privacy.receipt_not_found')
    return {
      id,
      status: receipt.completed_at === null ? ('pending' as const) : ('complete' as const),
      services: services.map(({ name, status, erased, at }) => ({ name, status, erased, at })),
      requested_at: receipt.requested_at,
      completed_at: receipt.completed_at,
      restorable_until: receipt.restorable_until,
      readable_until: receipt.readable_until,
    }
  }

function opens(token: string, hash: Uint8Array | null): boolean {
  const given = createHash('sha256').update(token).digest()
  return hash !== null && hash.length === given.length && timingSafeEqual(given, Buffer.from(hash))
}
