import { schemaOf } from '@triptych/db'
import type pg from 'pg'
import type { DeadLetter, DeadLetterPosition, EventRow, InboxRow } from './event-row.ts'

const inboxOf = (module: string): string => `${schemaOf(module)}.inbox`

/** Brings events to the consumers named beside them. What the inbox already holds is left as it is. */
export async function insertIntoInbox(
  client: pg.PoolClient,
  module: string,
  deliveries: readonly { readonly event: EventRow; readonly consumer: string }[],
  now: string,
): Promise<void> {
  if (deliveries.length === 0) return
  const column = <T>(pick: (event: EventRow) => T): T[] => deliveries.map(({ event }) => pick(event))
  await client.query(
    `insert into ${inboxOf(module)}
       (event_id, consumer, subject, body, user_id, organization_id, traceparent, occurred_at, next_attempt_at)
     select arrived.*, $9::timestamptz
       from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::uuid[], $6::uuid[], $7::text[],
                   $8::timestamptz[]) as arrived
     on conflict (event_id, consumer) do nothing`,
    [
      column((event) => event.id),
      deliveries.map(({ consumer }) => consumer),
      column((event) => event.subject),
      column((event) => Buffer.from(event.body)),
      column((event) => event.user_id),
      column((event) => event.organization_id),
      column((event) => event.traceparent),
      column((event) => event.occurred_at),
      now,
    ],
  )
}

/** Claims due deliveries until `leaseEnd`. A claim that is never settled falls due again by itself. */
export async function claim(
  client: pg.PoolClient,
  module: string,
  options: { readonly now: string; readonly leaseEnd: string; readonly limit: number },
): Promise<InboxRow[]> {
  const inbox = inboxOf(module)
  const { rows } = await client.query<InboxRow>(
    `with due as materialized (
       select event_id, consumer from ${inbox}
        where state = 'pending' and next_attempt_at <= $1
        order by next_attempt_at limit $3 for update skip locked)
     update ${inbox} i set attempts = attempts + 1, next_attempt_at = $2
       from due where i.event_id = due.event_id and i.consumer = due.consumer
     returning i.event_id, i.consumer, i.subject, i.body, i.user_id, i.organization_id, i.traceparent,
               i.occurred_at, i.attempts`,
    [options.now, options.leaseEnd, options.limit],
  )
  return rows
}

/** Gives claimed deliveries back untried. */
export async function release(
  client: pg.PoolClient,
  module: string,
  rows: readonly InboxRow[],
  now: string,
): Promise<void> {
  await client.query(
    `update ${inboxOf(module)} i set attempts = i.attempts - 1, next_attempt_at = $4
       from unnest($1::uuid[], $2::text[], $3::int[]) as held (event_id, consumer, attempts)
      where i.event_id = held.event_id and i.consumer = held.consumer
        and i.attempts = held.attempts and i.state = 'pending'`,
    [rows.map((row) => row.event_id), rows.map((row) => row.consumer), rows.map((row) => row.attempts), now],
  )
}

/** Records a failed attempt: tried again at `nextAttemptAt`, or given up when there is none. */
export async function recordFailure(
  client: pg.PoolClient,
  module: string,
  row: InboxRow,
  outcome: { readonly error: string; readonly nextAttemptAt: string | undefined },
): Promise<void> {
  await client.query(
    `update ${inboxOf(module)}
        set state = case when $4::timestamptz is null then 'dead' else 'pending' end,
            next_attempt_at = coalesce($4, next_attempt_at), last_error = $5
      where event_id = $1 and consumer = $2 and attempts = $3 and state = 'pending'`,
    [row.event_id, row.consumer, row.attempts, outcome.nextAttemptAt ?? null, outcome.error],
  )
}

export async function listDead(
  client: pg.PoolClient,
  module: string,
  page: { readonly limit: number; readonly after?: DeadLetterPosition },
): Promise<readonly DeadLetter[]> {
  const { rows } = await client.query<DeadLetter>(
    `select $2 as module, event_id as "eventId", consumer, subject, attempts, last_error as error,
            occurred_at as "occurredAt", received_at as "receivedAt"
       from (select *, date_trunc('milliseconds', received_at) as at,
                    concat_ws('.', $2::text, consumer, event_id) collate "C" as key
               from ${inboxOf(module)} where state = 'dead') as dead
      where $3::timestamptz is null or (at, key) > ($3, $4)
      order by at, key limit $1`,
    [page.limit, module, page.after?.at ?? null, page.after?.key ?? null],
  )
  return rows
}

/** Makes dead deliveries due again with all their attempts; one of them, or every one of the module. */
export async function revive(
  client: pg.PoolClient,
  module: string,
  which: { readonly now: string; readonly eventId?: string; readonly consumer?: string },
): Promise<number> {
  const { rowCount } = await client.query(
    `update ${inboxOf(module)} set state = 'pending', attempts = 0, next_attempt_at = $1
      where state = 'dead' and ($2::uuid is null or event_id = $2) and ($3::text is null or consumer = $3)`,
    [which.now, which.eventId ?? null, which.consumer ?? null],
  )
  return rowCount ?? 0
}

export async function pruneHandled(client: pg.PoolClient, module: string, before: string): Promise<number> {
  const { rowCount } = await client.query(
    `delete from ${inboxOf(module)} where state = 'done' and done_at < $1`,
    [before],
  )
  return rowCount ?? 0
}
