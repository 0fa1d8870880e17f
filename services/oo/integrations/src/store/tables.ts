export type ConnectionStatus = 'connected' | 'needs_reconnect' | 'disconnected'

export interface ConnectionRow {
  user_id: string
  provider: string
  status: ConnectionStatus
  retention_days: number
  consent_id: string | null
  meta: Record<string, string>
  account_hash: Uint8Array | null
  connected_at: string
  ended_at: string | null
  last_sync_at: string | null
  next_sync_at: string | null
  sync_claimed_until: string | null
  problem_code: string | null
  problem_since: string | null
}

export interface CredentialRow {
  user_id: string
  provider: string
  sealed: Uint8Array
  key_id: string
  generation: number
  expires_at: string | null
  refresh_started_at: string | null
  refresh_claimed_until: string | null
}

export interface RevocationRow {
  id: string
  provider: string
  sealed: Uint8Array | null
  key_id: string
  state: 'pending' | 'revoked' | 'given_up'
  attempts: number
  requested_at: string
  ends_at: string
  settled_at: string | null
}

export interface TaskRow {
  id: string
  user_id: string
  provider: string
  external_id: string
  sealed_text: Uint8Array
  project_external_id: string | null
  parent_external_id: string | null
  priority: number
  due_at: string | null
  due_on: string | null
  is_recurring: boolean
  deadline_on: string | null
  minutes: number | null
  labels: number
  is_completable: boolean
  is_checked: boolean
  is_deleted: boolean
  added_at: string | null
  updated_at: string | null
  seen_at: string
}

export const outlineColumns = [
  'id',
  'provider',
  'external_id',
  'project_external_id',
  'parent_external_id',
  'priority',
  'due_at',
  'due_on',
  'is_recurring',
  'deadline_on',
  'minutes',
  'labels',
  'added_at',
  'updated_at',
] as const satisfies readonly (keyof TaskRow)[]

/** A task without its words. */
export type OutlineRow = Pick<TaskRow, (typeof outlineColumns)[number]>

export interface CommandRow {
  id: string
  user_id: string
  task_id: string
  provider: string
  action: 'complete' | 'reopen'
  outcome: 'done' | 'already' | 'gone' | 'refused' | 'unsupported' | null
  was_recurring: boolean
  created_at: string
}

export interface IntegrationsTables {
  connections: ConnectionRow
  credentials: CredentialRow
  revocations: RevocationRow
  disconnections: {
    user_id: string
    provider: string
    revocation_id: string | null
    requested_at: string
    ends_at: string
  }
  connect_attempts: {
    state_hash: Uint8Array
    user_id: string
    provider: string
    retention_days: number
    expires_at: string
  }
  projects: { user_id: string; provider: string; external_id: string; sealed_name: Uint8Array }
  tasks: TaskRow
  commands: CommandRow
  webhook_deliveries: { provider: string; delivery_hash: Uint8Array; received_at: string }
}
