import type { Kysely } from 'kysely'
import type { DeliveryRow, RecommenderTables } from './tables.ts'

type Query = Kysely<RecommenderTables>

export const findDelivery = (query: Query, id: string) =>
  query.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()

export const updateDelivery = (query: Query, id: string, change: Partial<DeliveryRow>) =>
  query.updateTable('deliveries').set(change).where('id', '=', id).execute()

/** In the order in which they were asked for. */
export const deliveriesOf = (query: Query, tipIds: readonly string[]): Promise<DeliveryRow[]> =>
  tipIds.length === 0
    ? Promise.resolve([])
    : query
        .selectFrom('deliveries')
        .selectAll()
        .where('tip_id', 'in', [...tipIds])
        .orderBy('id')
        .execute()
