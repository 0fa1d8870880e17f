/** Stripe's objects as its newest API line shows them; seconds since 1970, cents. */

export type Metadata = Record<string, string>

export interface List<Item> {
  readonly object: 'list'
  data: Item[]
  has_more: boolean
  url: string
}

export interface Customer {
  readonly id: string
  readonly object: 'customer'
  readonly created: number
  readonly livemode: false
  readonly balance: 0
  readonly currency: 'usd'
  readonly delinquent: boolean
  email: string | null
  name: string | null
  description: string | null
  phone: string | null
  metadata: Metadata
  invoice_settings: { default_payment_method: string | null }
}

export interface Product {
  readonly id: string
  readonly object: 'product'
  readonly created: number
  readonly livemode: false
  active: boolean
  name: string
  description: string | null
  metadata: Metadata
}

export interface Recurring {
  readonly interval: 'day' | 'week' | 'month' | 'year'
  readonly interval_count: number
  readonly usage_type: 'licensed'
}

export interface Price {
  readonly id: string
  readonly object: 'price'
  readonly created: number
  readonly livemode: false
  readonly type: 'recurring' | 'one_time'
  readonly billing_scheme: 'per_unit'
  readonly currency: string
  readonly product: string
  readonly recurring: Recurring | null
  readonly unit_amount: number
  readonly unit_amount_decimal: string
  active: boolean
  lookup_key: string | null
  nickname: string | null
  metadata: Metadata
}

export interface PaymentMethod {
  readonly id: string
  readonly object: 'payment_method'
  readonly created: number
  readonly livemode: false
  readonly type: 'card'
  readonly card: { brand: string; last4: string; exp_month: number; exp_year: number }
  customer: string | null
  metadata: Metadata
}

export interface SubscriptionItem {
  readonly id: string
  readonly object: 'subscription_item'
  readonly created: number
  readonly subscription: string
  current_period_start: number
  current_period_end: number
  price: Price
  quantity: number
  metadata: Metadata
}

export const subscriptionStatuses = [
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'paused',
] as const
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

export interface Subscription {
  readonly id: string
  readonly object: 'subscription'
  readonly created: number
  readonly livemode: false
  readonly collection_method: 'charge_automatically'
  readonly currency: string
  readonly customer: string
  readonly start_date: number
  billing_cycle_anchor: number
  cancel_at: number | null
  cancel_at_period_end: boolean
  canceled_at: number | null
  cancellation_details: { comment: string | null; feedback: string | null; reason: string | null }
  default_payment_method: string | null
  ended_at: number | null
  items: List<SubscriptionItem>
  latest_invoice: string | null
  metadata: Metadata
  pause_collection: { behavior: string; resumes_at: number | null } | null
  status: SubscriptionStatus
  trial_start: number | null
  trial_end: number | null
  trial_settings: { end_behavior: { missing_payment_method: 'cancel' | 'create_invoice' | 'pause' } }
}

export interface InvoiceLine {
  readonly id: string
  readonly object: 'line_item'
  readonly livemode: false
  readonly amount: number
  readonly subtotal: number
  readonly currency: string
  readonly description: string
  readonly invoice: string
  readonly metadata: Metadata
  readonly quantity: number
  readonly subscription: string
  readonly period: { readonly start: number; readonly end: number }
  readonly pricing: {
    readonly type: 'price_details'
    readonly price_details: { readonly price: string; readonly product: string }
    readonly unit_amount_decimal: string
  }
  readonly parent: {
    readonly type: 'subscription_item_details'
    readonly invoice_item_details: null
    readonly subscription_item_details: {
      readonly invoice_item: string | null
      readonly proration: boolean
      readonly subscription: string
      readonly subscription_item: string
    }
  }
}

export interface Invoice {
  readonly id: string
  readonly object: 'invoice'
  readonly created: number
  readonly livemode: false
  readonly billing_reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update'
  readonly collection_method: 'charge_automatically'
  readonly currency: string
  readonly customer: string
  readonly customer_email: string | null
  readonly customer_name: string | null
  readonly number: string
  readonly parent: {
    readonly type: 'subscription_details'
    readonly quote_details: null
    readonly subscription_details: { readonly subscription: string; readonly metadata: Metadata }
  }
  readonly period_start: number
  readonly period_end: number
  readonly subtotal: number
  readonly total: number
  readonly amount_due: number
  amount_paid: number
  amount_remaining: number
  attempt_count: number
  attempted: boolean
  auto_advance: boolean
  automatically_finalizes_at: number | null
  hosted_invoice_url: string | null
  lines: List<InvoiceLine>
  metadata: Metadata
  next_payment_attempt: number | null
  status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible'
  status_transitions: {
    finalized_at: number | null
    marked_uncollectible_at: number | null
    paid_at: number | null
    voided_at: number | null
  }
}

export interface InvoicePayment {
  readonly id: string
  readonly object: 'invoice_payment'
  readonly created: number
  readonly livemode: false
  readonly amount_requested: number
  readonly currency: string
  readonly invoice: string
  readonly is_default: true
  readonly payment: { readonly type: 'payment_intent'; readonly payment_intent: string }
  amount_paid: number | null
  status: 'open' | 'paid' | 'canceled'
  status_transitions: { canceled_at: number | null; paid_at: number | null }
}

export interface PaymentError {
  readonly type: 'card_error'
  readonly code: 'card_declined'
  readonly decline_code: string
  readonly message: string
}

export interface PaymentIntent {
  readonly id: string
  readonly object: 'payment_intent'
  readonly created: number
  readonly livemode: false
  readonly amount: number
  readonly client_secret: string
  readonly currency: string
  readonly customer: string
  amount_received: number
  last_payment_error: PaymentError | null
  latest_charge: string | null
  metadata: Metadata
  payment_method: string | null
  status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled'
}

export interface Charge {
  readonly id: string
  readonly object: 'charge'
  readonly created: number
  readonly livemode: false
  readonly amount: number
  readonly amount_captured: number
  readonly captured: boolean
  readonly currency: string
  readonly customer: string
  readonly failure_code: string | null
  readonly failure_message: string | null
  readonly paid: boolean
  readonly payment_intent: string
  readonly payment_method: string | null
  readonly status: 'succeeded' | 'failed'
  readonly disputed: false
  amount_refunded: number
  metadata: Metadata
  refunded: boolean
}

export interface Refund {
  readonly id: string
  readonly object: 'refund'
  readonly created: number
  readonly amount: number
  readonly charge: string
  readonly currency: string
  readonly payment_intent: string
  readonly reason: string | null
  readonly status: 'succeeded'
  metadata: Metadata
}

export interface LineItem {
  readonly id: string
  readonly object: 'item'
  readonly amount_subtotal: number
  readonly amount_total: number
  readonly currency: string
  readonly description: string
  readonly price: Price
  readonly quantity: number
}

export interface CheckoutSession {
  readonly id: string
  readonly object: 'checkout.session'
  readonly created: number
  readonly livemode: false
  readonly amount_subtotal: number
  readonly amount_total: number
  readonly cancel_url: string | null
  readonly client_reference_id: string | null
  readonly currency: string
  readonly customer_email: string | null
  readonly mode: 'subscription'
  readonly payment_method_collection: 'always' | 'if_required'
  readonly payment_method_types: readonly string[]
  readonly success_url: string
  readonly ui_mode: 'hosted_page'
  customer: string | null
  customer_details: { email: string | null; name: string | null } | null
  expires_at: number
  invoice: string | null
  metadata: Metadata
  payment_intent: null
  payment_status: 'unpaid' | 'paid' | 'no_payment_required'
  status: 'open' | 'complete' | 'expired'
  subscription: string | null
  url: string | null
}

export interface PortalSession {
  readonly id: string
  readonly object: 'billing_portal.session'
  readonly created: number
  readonly livemode: false
  readonly customer: string
  readonly return_url: string | null
  url: string
}

export interface StripeEvent {
  readonly id: string
  readonly object: 'event'
  readonly api_version: string
  readonly created: number
  readonly livemode: false
  readonly pending_webhooks: number
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null }
  readonly type: string
  readonly data: {
    readonly object: Readonly<Record<string, unknown>>
    readonly previous_attributes?: Readonly<Record<string, unknown>>
  }
}

export interface WebhookEndpoint {
  readonly id: string
  readonly object: 'webhook_endpoint'
  readonly created: number
  readonly livemode: false
  api_version: string | null
  enabled_events: readonly string[]
  status: 'enabled' | 'disabled'
  url: string
  metadata: Metadata
}

export interface Feature {
  readonly id: string
  readonly object: 'entitlements.feature'
  readonly livemode: false
  readonly lookup_key: string
  readonly active: true
  readonly name: string
  metadata: Metadata
}

export interface ProductFeature {
  readonly id: string
  readonly object: 'product_feature'
  readonly livemode: false
  readonly product: string
  readonly entitlement_feature: Feature
}

export interface ActiveEntitlement {
  readonly id: string
  readonly object: 'entitlements.active_entitlement'
  readonly livemode: false
  readonly feature: string
  readonly lookup_key: string
}

export function listOf<Item>(data: readonly Item[], url: string): List<Item> {
  return { object: 'list', data: [...data], has_more: false, url }
}
