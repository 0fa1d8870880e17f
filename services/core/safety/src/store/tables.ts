export interface SafetyEventRow {
  id: string
  user_id: string
  path: string
  rule: string
  family: string
  severity: string
  language: string
  template: string
  confirmed_by: 'rule' | 'model' | 'caution'
  disputed_at: string | null
  sealed_excerpt: Uint8Array | null
  excerpt_expires_at: string | null
  review: 'open' | 'true_positive' | 'false_positive' | 'false_negative'
  reviewed_at: string | null
  created_at: string
}

export interface SafetyTables {
  safety_events: SafetyEventRow
  safety_counters: {
    month: string
    family: string
    severity: string
    language: string
    fired: number
    disputed: number
  }
}
