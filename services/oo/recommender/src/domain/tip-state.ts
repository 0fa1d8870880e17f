/** Where a tip stands. `offered` was chosen and not seen yet. */
export type TipState =
  | 'offered'
  | 'displayed'
  | 'done'
  | 'acknowledged'
  | 'saved'
  | 'snoozed'
  | 'dismissed'
  | 'expired'
