import type { Generated, JSONColumnType } from 'kysely'
import type { EndReason, LicenseStatus } from '../contract/schemas.ts'

export type Features = Record<string, boolean | number>

/** What follows the subscription. */
export interface LicenseTerms {
  subscription_version: number
  plan_id: string
  plan_name: string
  max_concurrent_seats: number
  reserve_during_grace: boolean
  is_trial: boolean
  status: LicenseStatus
  suspended_at: string | null
  deactivated_at: string | null
  grace_period_ends_at: string | null
  expires_at: string | null
  last_renewal_at: string | null
}

export interface LicenseRow extends LicenseTerms {
  id: string
  organization_id: string
  subscription_id: string
  features: Features
  key_hash: Uint8Array
  key_prefix: string
  sealed_key: Uint8Array
  approved_machines_only: boolean
  require_member: boolean
  epoch: number
  /** Of the copy in Redis that grants; null while Postgres does. */
  copy_epoch: number | null
  seats_moved_at: string | null
  issued_at: string
  activated_at: string | null
}

export interface MachineRow {
  id: string
  license_id: string
  organization_id: string
  machine: string
  first_seen_at: string
  approved_at: string | null
  approved_by: string | null
}

export interface SessionRow {
  id: string
  license_id: string
  organization_id: string
  machine: string
  user_id: string | null
  ip: string | null
  user_agent: string | null
  machine_name: string | null
  epoch: number
  started_at: string
  last_heartbeat_at: string
  expires_at: string
  grace_until: string
  held_until: string
  overlap: boolean
  ended_at: string | null
  end_reason: EndReason | null
}

export type KeyUse = 'lease' | 'file'

export interface SigningKeyRow {
  id: string
  use: KeyUse
  public_jwk: Record<string, unknown>
  sealed_private_key: Uint8Array
  published_at: string
  signs_from: string
  retires_at: string | null
}

export interface LicensingTables {
  licenses: Omit<LicenseRow, 'features' | 'epoch' | 'approved_machines_only' | 'require_member'> & {
    features: JSONColumnType<Features>
    epoch: Generated<number>
    approved_machines_only: Generated<boolean>
    require_member: Generated<boolean>
  }
  machines: MachineRow
  sessions: SessionRow
  signing_keys: Omit<SigningKeyRow, 'public_jwk'> & { public_jwk: JSONColumnType<Record<string, unknown>> }
}
