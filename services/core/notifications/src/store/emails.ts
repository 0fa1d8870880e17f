import { type Kysely, sql } from 'kysely'
import { attemptsMax } from '../jobs.ts'
import type { EmailRow, NotificationsTables } from './tables.ts'

type Query = Kysely<NotificationsTables>

export interface EmailFilter {
  readonly status: string | undefined
  readonly template: string | undefined
  readonly organizationId: string | undefined
  readonly cursor: string | undefined
  readonly limit: number
}

/** Mails of everybody, for an admin: through the one function that may see them. */
export async function emailsForAdmin(query: Query, filter: EmailFilter): Promise<EmailRow[]> {
  const found = await sql<EmailRow>`select * from emails_for_admin(
    ${filter.status ?? null}, ${filter.template ?? null}, ${filter.organizationId ?? null},
    ${filter.cursor ?? null}, ${filter.limit + 1})`.execute(query)
  return found.rows
}

/** Mails that a person can send again: all tries were used up, or their worker never came back. Refusals are none. */
export async function countDeadEmails(query: Query): Promise<number> {
  const { rows } = await sql<{ dead: number }>`select count_dead_emails(${attemptsMax}) as dead`.execute(
    query,
  )
  return rows[0]?.dead ?? 0
}

export async function findEmailOwner(query: Query, id: string) {
  const found = await sql<{ user_id: string | null; status: EmailRow['status'] }>`
    select * from find_email(${id})`.execute(query)
  return found.rows[0]
}

/** False when this mail was there already, also when it is somebody else's. */
export async function insertEmail(query: Query, row: EmailRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('emails')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a mail that waits for this worker; undefined when it is settled, gone, or in another worker's hands. */
export const claimEmail = (query: Query, id: string, times: { now: string; until: string }) =>
  query
    .updateTable('emails')
    .set((eb) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      claimed_until: times.until,
      updated_at: times.now,
    }))
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['queued', 'failed']),
        eb.and([eb('status', '=', 'sending'), eb('claimed_until', '<=', times.now)]),
      ]),
    )
    .returningAll()
    .executeTakeFirst()

export const settleEmail = (query: Query, id: string, change: Partial<EmailRow>) =>
  query
    .updateTable('emails')
    .set({ claimed_until: null, ...change })
    .where('id', '=', id)
    .execute()

/** Whosever they are: through the one function that may see them. */
export async function withdraw(query: Query, keys: readonly string[], now: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select withdraw_emails(${sql.val([...keys])}::text[], ${now}) as count`.execute(query)
  return rows[0]?.count ?? 0
}

export interface UpkeepBounds {
  readonly now: string
  readonly lostBefore: string
  readonly forgetBefore: string
  readonly deleteBefore: string
}

export async function runUpkeep(query: Query, bounds: UpkeepBounds): Promise<void> {
  await sql`select give_up_lost_emails(${bounds.lostBefore}, ${bounds.now})`.execute(query)
  await sql`select forget_recipients(${bounds.forgetBefore})`.execute(query)
  await sql`select delete_emails(${bounds.deleteBefore})`.execute(query)
}
