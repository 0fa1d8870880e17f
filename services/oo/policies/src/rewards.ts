/** What a person can do with a tip. */
export type Reaction =
  | 'displayed'
  | 'done'
  | 'undone'
  | 'acknowledged'
  | 'saved'
  | 'snoozed'
  | 'dismissed'
  | 'expired'

/**
 * What each reaction is worth, from 0 (should not have been shown) to 1 (moved something in the person's life).
 * `undefined`: worth nothing by itself. The last reaction with a worth counts; `undone` takes back the `done` before it.
 * A tip that was never displayed has no reward at all: it says nothing about the choice.
 */
export const rewards: Readonly<Record<Reaction, number | undefined>> = {
  /** Completed. */
  done: 1,
  /** Worth keeping. */
  saved: 0.8,
  /** Read and agreed with. */
  acknowledged: 0.6,
  /** Right, but not now. */
  snoozed: 0.3,
  /** Seen, and no answer until the window closed. */
  expired: 0.1,
  /** Wrong. */
  dismissed: 0,
  displayed: undefined,
  undone: undefined,
}
