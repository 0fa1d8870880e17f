import type pg from 'pg'
import { schemaOf } from '@triptych/db'
import type { EventRow } from './event-row.ts'

/** Takes the oldest events out of a module's outbox; they are gone when the caller's transaction commits. */
export async function takeFromOutbox(
  client: pg.PoolClient,
  module: string,
  limit: number,
): Promise<EventRow[]> {
  const outbox = `${schemaOf(module)}.outbox`
  const { rows } = await client.query<EventRow & { position: number }>(
    `with batch as materialized (
       select id from ${outbox} order by position limit $1 for update skip locked)
     delete from ${outbox} o using batch where o.id = batch.id
     returning o.id, o.subject, o.body, o.user_id, o.organization_id, o.traceparent, o.occurred_at, o.position`,
    [limit],
  )
  return rows.sort((a, b) => a.position - b.position)
}
