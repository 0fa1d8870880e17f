import { type Kysely, sql } from 'kysely'
import type { RecommenderTables } from './tables.ts'

export interface LogFilter {
  readonly from: string | undefined
  readonly to: string | undefined
  /** Tips before this one. */
  readonly before: string | undefined
  readonly most: number
}

export interface LogRow {
  readonly tip_id: string
  readonly decided_at: string
  readonly record: Uint8Array
  readonly displayed: boolean
  readonly reward: number | null
}

/** Decisions of everybody, newest first, through the one function that may see them. They name no person. */
export async function readLog(
  query: Kysely<RecommenderTables>,
  { from, to, before, most }: LogFilter,
): Promise<LogRow[]> {
  const found = await sql<LogRow>`select * from decisions_for_admin(
    ${from ?? null}, ${to ?? null}, ${before ?? null}, ${most})`.execute(query)
  return found.rows
}
