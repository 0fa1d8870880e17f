import type { JSONColumnType } from 'kysely'

export interface AuditEntryRow {
  id: string
  tenant_kind: string
  tenant_id: string
  position: string
  action: string
  target: string
  occurred_at: string
  actor_user_id: string | null
  refs: Record<string, string>
  commitment: Uint8Array
  sealed_personal: Uint8Array | null
  personal_commitment: Uint8Array | null
  hash: Uint8Array
}

export interface PrivacyTables {
  receipts: {
    id: string
    token_hash: Uint8Array | null
    requested_at: string
    restorable_until: string
    readable_until: string
    completed_at: string | null
  }
  receipt_services: {
    receipt_id: string
    name: string
    status: 'pending' | 'erased'
    erased: JSONColumnType<Record<string, number>>
    at: string | null
  }
  erasures: { id: string; user_id: string; requested_at: string; asked_at: string; asks: number }
  archives: {
    id: string
    user_id: string
    filename: string
    sha256: string
    missing: string[]
    created_at: string
    expires_at: string
  }
  audit_heads: { tenant_kind: string; tenant_id: string; length: string; hash: Uint8Array; mac: Uint8Array }
  audit_entries: Omit<AuditEntryRow, 'refs'> & { refs: JSONColumnType<Record<string, string>> }
  /** The platform's own: entries that reached this service and are not sealed yet. */
  inbox: { event_id: string; consumer: string; state: 'pending' | 'done' | 'dead'; received_at: string }
}
