/** An event on its way: what the outbox, the wire and the inbox all carry. */
export interface EventRow {
  readonly id: string
  readonly subject: string
  readonly body: Uint8Array
  readonly user_id: string | null
  readonly organization_id: string | null
  readonly traceparent: string | null
  /** ISO 8601 UTC. */
  readonly occurred_at: string
}

/** One event for one consumer, claimed by a worker until its lease ends. */
export interface InboxRow extends Omit<EventRow, 'id'> {
  readonly event_id: string
  readonly consumer: string
  /** Counted when the row is claimed, so that an attempt that ends the process counts too. */
  readonly attempts: number
}

/** Where a page of dead letters ended: when the last one came, and `module.consumer.eventId`. */
export interface DeadLetterPosition {
  readonly at: string
  readonly key: string
}

/** A delivery that was given up after its last attempt. */
export interface DeadLetter {
  readonly module: string
  readonly eventId: string
  readonly consumer: string
  readonly subject: string
  readonly attempts: number
  /** A code, never a sentence. */
  readonly error: string
  readonly occurredAt: string
  readonly receivedAt: string
}
