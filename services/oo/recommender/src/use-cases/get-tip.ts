import { actingFor, type HandlerOf, userIdOf } from '@triptych/kernel'
import type { recommenderContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { findTip } from '../store/tips.ts'
import { toRecord } from '../tip-view.ts'

export const getTip =
  ({ db, ciphers }: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof recommenderContract, 'getTip'> =>
  async (context, { id }, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    const { row, deliveries } = await db.read(context, async (query) => ({
      row: await findTip(query, id),
      deliveries: await deliveriesOf(query, [id]),
    }))
    if (row === undefined) throw fail('recommender.tip_not_found')
    const cipher = await ciphers.cipherOf(actingFor(context, userId), userId)
    return toRecord(cipher, row, deliveries)
  }
