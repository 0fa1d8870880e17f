import type pg from 'pg'
import type { EventRow } from './event-row.ts'

/** A module of this process and the subjects its consumers wait for. */
export interface Subscription {
  readonly module: string
  readonly subjects: readonly string[]
}

/** Where a transport puts what it brings: the inboxes of this process's modules. */
export interface Inboxes {
  readonly subscriptions: readonly Subscription[]
  /** Commits events to the inbox of one module; with `client`, as part of that open transaction. */
  receive(module: string, events: readonly EventRow[], client?: pg.PoolClient): Promise<void>
  /** A module's inbox has something new. */
  arrived(module: string): void
  stalled(error: unknown): void
}

/** Brings an event into the inbox of every module that subscribed to it; that is its only job. */
export interface Transport {
  /** Must be called before `deliver`; `receiving` says whether this process takes events in. */
  start(inboxes: Inboxes, options: { readonly receiving: boolean }): Promise<void>
  /**
   * Takes a batch over. Runs inside the transaction that deletes the batch from its outbox: when it throws, the
   * batch stays there. Returns the modules of this process that have received something when that commits.
   */
  deliver(events: readonly EventRow[], client: pg.PoolClient): Promise<readonly string[]>
  /** Whether everything delivered so far has reached the inboxes of this process. */
  isIdle(): Promise<boolean>
  /** Whether events can leave now; within a second. */
  ping(): Promise<'up' | 'down'>
  stop(): Promise<void>
}
