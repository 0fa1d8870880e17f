import type { PushKindName } from '../contract/push-kinds.ts'
import type { TemplateName } from '../contract/templates.ts'

export type EmailStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'dead' | 'skipped'

export interface EmailRow {
  id: string
  dedupe_key: string
  user_id: string | null
  organization_id: string | null
  template: TemplateName
  template_version: number
  locale: string
  status: EmailStatus
  attempts: number
  error_code: string | null
  transport: 'smtp' | 'sendgrid' | null
  sealed_recipient: Uint8Array | null
  sealed_content: Uint8Array | null
  claimed_until: string | null
  created_at: string
  updated_at: string
  sent_at: string | null
}

export interface PreferencesRow {
  user_id: string
  categories_off: string[]
  quiet_enabled: boolean
  quiet_start: string
  quiet_end: string
  time_zone: string
  updated_at: string
  pushes_off: string[]
}

export interface PushSubscriptionRow {
  id: string
  user_id: string
  app: PushApp
  endpoint_hash: Uint8Array
  endpoint_host: string
  sealed_target: Uint8Array
  vapid_key: string
  created_at: string
  last_contact_at: string
}

export type PushApp = 'kalei' | 'oo'

export interface PushRow {
  id: string
  user_id: string
  dedupe_key: string
  app: PushApp
  kind: PushKindName
  locale: string
  url: string
  urgency: 'very-low' | 'low' | 'normal' | 'high'
  expires_at: string
  created_at: string
}

export type PushDeliveryStatus = 'queued' | 'sending' | 'failed' | 'sent' | 'skipped' | 'gone' | 'dead'

export interface PushDeliveryRow {
  id: string
  push_id: string
  user_id: string
  subscription_id: string
  endpoint_host: string
  status: PushDeliveryStatus
  attempts: number
  code: string | null
  claimed_until: string | null
  created_at: string
  updated_at: string
  sent_at: string | null
}

export interface PushHoldRow {
  user_id: string
  until: string
}

export interface NotificationsTables {
  emails: EmailRow
  preferences: PreferencesRow
  push_subscriptions: PushSubscriptionRow
  pushes: PushRow
  push_deliveries: PushDeliveryRow
  push_holds: PushHoldRow
}
