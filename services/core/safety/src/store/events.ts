import { type Kysely, sql } from 'kysely'
import type { SafetyEventRow, SafetyTables } from './tables.ts'

type Query = Kysely<SafetyTables>
type Counted = Pick<SafetyEventRow, 'family' | 'severity' | 'language' | 'created_at'>

/** Adds to the month's numbers, which point at nobody. */
export function count(query: Query, event: Counted, what: 'fired' | 'disputed') {
  const key = {
    month: `${event.created_at.slice(0, 7)}-01`,
    family: event.family,
    severity: event.severity,
    language: event.language,
  }
  return query
    .insertInto('safety_counters')
    .values({ ...key, fired: what === 'fired' ? 1 : 0, disputed: what === 'disputed' ? 1 : 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['month', 'family', 'severity', 'language'])
        .doUpdateSet((eb) => ({ [what]: eb(`safety_counters.${what}`, '+', 1) })),
    )
    .execute()
}

/** The event, held until the end of the transaction: a second dispute of it waits and finds the first. */
export const lockEvent = (query: Query, id: string) =>
  query.selectFrom('safety_events').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export interface ReviewFilter {
  readonly review: string | undefined
  readonly family: string | undefined
  readonly cursor: string | undefined
  readonly limit: number
}

/** Events of everybody, for an admin: through the one function that may see them. */
export async function eventsForReview(query: Query, filter: ReviewFilter): Promise<SafetyEventRow[]> {
  const found = await sql<SafetyEventRow>`select * from events_for_review(
    ${filter.review ?? null}, ${filter.family ?? null}, ${filter.cursor ?? null}, ${filter.limit + 1})`.execute(
    query,
  )
  return found.rows
}

/** Takes away the excerpts whose time has come; how many there were. */
export async function expireExcerpts(query: Query, asOf: string): Promise<number> {
  const found = await sql<{ gone: number }>`select expire_excerpts(${asOf}) as gone`.execute(query)
  return found.rows[0]?.gone ?? 0
}

export async function ownerOfEvent(query: Query, id: string): Promise<string | undefined> {
  const found = await sql<{ owner: string | null }>`select owner_of_event(${id}) as owner`.execute(query)
  return found.rows[0]?.owner ?? undefined
}
