import { actingFor, type HandlerOf, isoTime, toPage, userIdOf } from '@triptych/kernel'
import type { recommenderContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { toRecord } from '../tip-view.ts'

export const listTips =
  ({
    db,
    ciphers,
    clock,
  }: Pick<Deps, 'db' | 'ciphers' | 'clock'>): HandlerOf<typeof recommenderContract, 'listTips'> =>
  async (context, { cursor, limit, state }) => {
    const userId = userIdOf(context.actor) ?? ''
    const { page, deliveries } = await db.read(context, async (query) => {
      let select = query.selectFrom('tips').selectAll().where('user_id', '=', userId)
      if (state !== undefined) select = select.where('state', '=', state)
      if (state === 'snoozed') select = select.where('snoozed_until', '>', isoTime(clock))
      if (cursor !== undefined) select = select.where('id', '<', cursor)
      const found = toPage(
        await select
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute(),
        limit,
      )
      return {
        page: found,
        deliveries: await deliveriesOf(
          query,
          found.items.map(({ id }) => id),
        ),
      }
    })
    if (page.items.length === 0) return { items: [], next_cursor: null }
    const cipher = await ciphers.cipherOf(actingFor(context, userId), userId)
    return { ...page, items: page.items.map((row) => toRecord(cipher, row, deliveries)) }
  }
