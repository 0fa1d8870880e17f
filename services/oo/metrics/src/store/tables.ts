export interface FactRow {
  event_id: string
  user_id: string
  kind: 'registered' | 'connected' | 'shown' | 'reacted'
  tip_id: string | null
  reaction: string | null
  at: string
  local_day: string
  dwell_ms: number | null
}

export interface MetricsTables {
  facts: FactRow
  counters: { day: string; name: string; value: number }
}
