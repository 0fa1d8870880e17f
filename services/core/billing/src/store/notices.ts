import { type Kysely, sql } from 'kysely'
import type { Notice, NoticeKind } from '../domain/notices.ts'
import type { BillingTables, NoticeRow } from './tables.ts'

type Query = Kysely<BillingTables>
type Of = Pick<NoticeRow, 'organization_id' | 'subscription' | 'wanted_at'>
type Key = Pick<NoticeRow, 'kind' | 'key'>

/** Keeps what is to be told; what is there already is told once. Returns whether anything is new. */
export async function wantNotices(query: Query, notices: readonly Notice[], of: Of): Promise<boolean> {
  if (notices.length === 0) return false
  const { numInsertedOrUpdatedRows: added = 0n } = await query
    .insertInto('billing_notices')
    .values(notices.map(({ kind, key }) => ({ kind, key, ...of, sent_at: null, withdrawn_at: null })))
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return added > 0n
}

export const noticesOfSubscription = (query: Query, subscription: string) =>
  query.selectFrom('billing_notices').selectAll().where('subscription', '=', subscription).execute()

export const waitingNotices = (query: Query, organizationId: string) =>
  query
    .selectFrom('billing_notices')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('sent_at', 'is', null)
    .orderBy('wanted_at')
    .orderBy('kind')
    .execute()

/** What has lost its reason before it was sent is not told any more. */
export const dropNotice = (query: Query, { kind, key }: Notice) =>
  query
    .deleteFrom('billing_notices')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('sent_at', 'is', null)
    .execute()

/** Those that were handed on and can still be withdrawn. */
export const sentNotices = (query: Query, organizationId: string, kinds: readonly NoticeKind[]) =>
  query
    .selectFrom('billing_notices')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('kind', 'in', kinds)
    .where('sent_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()

export const markNoticeWithdrawn = (query: Query, { kind, key }: Key, at: string) =>
  query
    .updateTable('billing_notices')
    .set({ withdrawn_at: at })
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute()

export const markNoticeSent = (query: Query, { kind, key }: Notice, at: string) =>
  query
    .updateTable('billing_notices')
    .set({ sent_at: at })
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('sent_at', 'is', null)
    .execute()

export async function organizationsWithNotices(query: Query, wantedBefore: string, most: number) {
  const { rows } = await sql<{
    organization_id: string
  }>`select * from organizations_with_notices(${wantedBefore}, ${most})`.execute(query)
  return rows.map((row) => row.organization_id)
}
