import type { DecisionRecord } from '@triptych/oo-policies'
import type { LogRow } from './store/log.ts'

/** One line of the log that `oo:evaluate` reads. */
export const logLine = ({ tip_id: id, decided_at: at, record, displayed, reward }: LogRow) => ({
  ...(JSON.parse(Buffer.from(record).toString('utf8')) as DecisionRecord),
  id,
  at,
  reward: displayed ? reward : null,
})
