import { defineEvent } from '@triptych/kernel'
import { SubscriptionChangedSchema } from './gen/billing/v1/events_pb.ts'

/** What an organisation pays for, or whether it does, is not as it was. */
export const subscriptionChanged = defineEvent('billing.subscription.changed.v1', SubscriptionChangedSchema)
