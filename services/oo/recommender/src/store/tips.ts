import type { Kysely } from 'kysely'
import type { RecommenderTables, TipRow } from './tables.ts'

type Query = Kysely<RecommenderTables>

export const findTip = (query: Query, id: string) =>
  query.selectFrom('tips').selectAll().where('id', '=', id).executeTakeFirst()

/** Locked until the transaction ends: answers to one tip are joined one at a time. */
export const lockTip = (query: Query, id: string) =>
  query.selectFrom('tips').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const updateTip = (query: Query, id: string, change: Partial<TipRow>) =>
  query.updateTable('tips').set(change).where('id', '=', id).execute()

/** The newest that were seen or answered since a moment, and whatever is put off still, however old. Newest first. */
export const rememberedTips = (
  query: Query,
  userId: string,
  { since, now }: { readonly since: string; readonly now: string },
) =>
  query
    .selectFrom('tips')
    .select(['source_ref', 'kind', 'state', 'displayed_at', 'reacted_at', 'snoozed_until'])
    .where('user_id', '=', userId)
    .where('state', '<>', 'offered')
    .where((eb) =>
      eb.or([
        eb('snoozed_until', '>', now),
        eb(
          'id',
          'in',
          eb
            .selectFrom('tips as newest')
            .select('newest.id')
            .where('newest.user_id', '=', userId)
            .where('newest.state', '<>', 'offered')
            .where('newest.offered_at', '>=', since)
            .orderBy('newest.id', 'desc')
            .limit(500),
        ),
      ]),
    )
    .orderBy('id', 'desc')
    .execute()
