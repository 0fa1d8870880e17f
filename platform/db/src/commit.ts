import type { Once } from '@triptych/kernel'
import pg from 'pg'

export interface OutboxRow {
  readonly id: string
  readonly subject: string
  readonly body: Uint8Array
  readonly userId: string | undefined
  readonly organizationId: string | undefined
  readonly traceparent: string | undefined
  readonly occurredAt: string
}

export interface KeptOutcome {
  readonly once: Once
  readonly createdAt: string
  readonly resourceId?: string
  readonly sealedOutput?: Uint8Array
}

/** A request is the same one again for so long. */
export const outcomesKeptMs = 24 * 3_600_000

/** Announced facts, the kept outcome and the commit travel in one round trip. */
export function commitStatement(outbox: readonly OutboxRow[], kept: readonly KeptOutcome[]): string {
  return [...outbox.map(insertOutbox), ...kept.map(insertOutcome), 'commit'].join('; ')
}

const text = (value: string | undefined): string => (value === undefined ? 'null' : pg.escapeLiteral(value))
const bytes = (value: Uint8Array | undefined): string =>
  value === undefined ? 'null' : `'\\x${Buffer.from(value).toString('hex')}'::bytea`

const insertOutbox = (row: OutboxRow): string =>
  `insert into outbox (id, subject, body, user_id, organization_id, traceparent, occurred_at) values (${[
    text(row.id),
    text(row.subject),
    bytes(row.body),
    text(row.userId),
    text(row.organizationId),
    text(row.traceparent),
    text(row.occurredAt),
  ].join(', ')})`

/**
 * The outcome belongs to who asked, also where the work was done on another person's rows. One that has served its time
 * makes room; one that has not is a twin's, and the primary key refuses this one.
 */
const insertOutcome = (row: KeptOutcome): string =>
  `select set_config('app.user_id', ${text(row.once.userId)}, true);
   ${row.once.outlived === true ? `${deleteOutlived(row)};` : ''}
   insert into idempotency_keys
     (user_id, operation, key, request_hash, resource_id, sealed_output, created_at) values (${[
       text(row.once.userId),
       text(row.once.operation),
       text(row.once.key),
       text(row.once.requestHash),
       text(row.resourceId),
       bytes(row.sealedOutput),
       text(row.createdAt),
     ].join(', ')})`

const deleteOutlived = ({ once, createdAt }: KeptOutcome): string =>
  `delete from idempotency_keys
     where user_id = ${text(once.userId)} and operation = ${text(once.operation)}
       and key = ${text(once.key)} and created_at <= ${text(expiredBy(createdAt))}`

const expiredBy = (now: string): string => new Date(Date.parse(now) - outcomesKeptMs).toISOString()
