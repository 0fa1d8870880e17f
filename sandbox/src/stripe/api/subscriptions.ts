import { z } from 'zod'
import { changeSubscription, resumeSubscription } from '../billing/changes.ts'
import { endSubscription, isEnded } from '../billing/ending.ts'
import { payInvoice } from '../billing/payments.ts'
import { day } from '../billing/periods.ts'
import { createSubscription } from '../billing/subscriptions.ts'
import { subscriptionStatuses, type Subscription } from '../model.ts'
import { nowOf, type StripeParts } from '../parts.ts'
import { declined, invalid } from './errors.ts'
import { itemsShape, readItems } from './items.ts'
import {
  boolean,
  del,
  get,
  integer,
  metadata,
  must,
  orNothing,
  page,
  post,
  read,
  type Call,
  type Route,
} from './route.ts'

const paymentBehaviours = [
  'allow_incomplete',
  'default_incomplete',
  'error_if_incomplete',
  'pending_if_incomplete',
] as const
const createShape = {
  customer: z.string(),
  items: itemsShape.min(1),
  metadata: metadata.optional(),
  trial_period_days: integer.min(1).max(730).optional(),
  trial_end: integer.optional(),
  trial_settings: z
    .object({
      end_behavior: z.object({ missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']) }),
    })
    .optional(),
  default_payment_method: z.string().optional(),
  cancel_at: integer.optional(),
  cancel_at_period_end: boolean.default(false),
  payment_behavior: z.enum(paymentBehaviours).default('allow_incomplete'),
}
const updateShape = {
  items: z
    .array(
      z.object({
        id: z.string().optional(),
        price: z.string().optional(),
        quantity: integer.min(1).optional(),
      }),
    )
    .optional(),
  metadata: metadata.optional(),
  cancel_at: orNothing(integer).optional(),
  cancel_at_period_end: boolean.optional(),
  cancellation_details: z
    .object({ comment: orNothing(z.string()).optional(), feedback: orNothing(z.string()).optional() })
    .optional(),
  default_payment_method: z.string().optional(),
  pause_collection: orNothing(
    z.object({
      behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
      resumes_at: integer.optional(),
    }),
  ).optional(),
  proration_behavior: z.enum(['always_invoice', 'create_prorations', 'none']).default('create_prorations'),
  trial_end: z.union([z.literal('now'), integer]).optional(),
  payment_behavior: z.enum(paymentBehaviours).optional(),
}

export type SubscriptionChange = z.infer<z.ZodObject<typeof updateShape>>

export function subscriptionRoutes(parts: StripeParts): Route[] {
  const { store } = parts
  const subscriptionOf = ({ params }: Call): Subscription =>
    must(store.subscriptions, 'subscription', params['id'])
  const living = (call: Call): Subscription => {
    const subscription = subscriptionOf(call)
    if (!isEnded(subscription)) return subscription
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.')
  }
  return [
    get('/v1/subscriptions', (call) => page(call, wanted(parts, call), '/v1/subscriptions')),
    get('/v1/subscriptions/:id', subscriptionOf),
    post('/v1/subscriptions', (call) => create(parts, call)),
    post('/v1/subscriptions/:id', (call) => {
      const subscription = living(call)
      const change = read(updateShape, call)
      if (change.payment_behavior === 'pending_if_incomplete') {
        throw invalid('The sandbox does not play pending updates.', 'payment_behavior')
      }
      changeSubscription(parts, subscription, change)
      return subscription
    }),
    post('/v1/subscriptions/:id/resume', (call) => {
      const subscription = living(call)
      if (subscription.status !== 'paused') throw invalid('Only paused subscriptions can be resumed.')
      resumeSubscription(parts, subscription)
      return subscription
    }),
    del('/v1/subscriptions/:id', (call) => {
      const subscription = subscriptionOf(call)
      if (isEnded(subscription)) {
        throw invalid(`No such subscription: '${subscription.id}'`, 'id', 'resource_missing')
      }
      endSubscription(parts, subscription, 'cancellation_requested')
      return subscription
    }),
    get('/v1/subscription_items', (call) => {
      const { subscription } = read({ subscription: z.string() }, call)
      const { items } = must(store.subscriptions, 'subscription', subscription, 'subscription')
      return page(call, items.data, '/v1/subscription_items')
    }),
  ]
}

/** Without a status Stripe leaves the canceled ones out. */
function wanted({ store }: StripeParts, call: Call): Subscription[] {
  const { customer, price, status } = read(
    {
      customer: z.string().optional(),
      price: z.string().optional(),
      status: z.enum([...subscriptionStatuses, 'all', 'ended']).optional(),
    },
    call,
  )
  const isWanted = (subscription: Subscription): boolean => {
    if (status === 'all') return true
    if (status === 'ended') return isEnded(subscription)
    return status === undefined ? subscription.status !== 'canceled' : subscription.status === status
  }
  return store.subscriptions
    .list()
    .filter(
      (subscription) =>
        isWanted(subscription) &&
        (customer === undefined || customer === subscription.customer) &&
        (price === undefined || subscription.items.data.some((item) => item.price.id === price)),
    )
}

function create(parts: StripeParts, call: Call): Subscription {
  const given = read(createShape, call)
  const customer = must(parts.store.customers, 'customer', given.customer, 'customer')
  const days = given.trial_period_days
  const { subscription, invoice } = createSubscription(parts, {
    customer: customer.id,
    items: readItems(parts, given.items, 'items'),
    trialEnd: given.trial_end ?? (days === undefined ? null : nowOf(parts) + days * day),
    metadata: given.metadata ?? {},
    defaultPaymentMethod: given.default_payment_method ?? null,
    cancelAt: given.cancel_at ?? null,
    cancelAtPeriodEnd: given.cancel_at_period_end,
    ...(given.trial_settings === undefined
      ? {}
      : { missingPaymentMethod: given.trial_settings.end_behavior.missing_payment_method }),
  })
  const isLeftOpen = given.payment_behavior === 'default_incomplete' && invoice.amount_due > 0
  const error = isLeftOpen ? undefined : payInvoice(parts, invoice)
  if (error !== undefined && given.payment_behavior === 'error_if_incomplete') {
    parts.store.subscriptions.remove(subscription.id)
    throw declined(error)
  }
  return subscription
}
