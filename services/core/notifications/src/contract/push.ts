import { emptyInput, id, noOutput, operation, pageInput, pageOf } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import {
  pushDelivery,
  pushRequest,
  pushStatus,
  pushSubscription,
  pushSubscriptionRequest,
} from './push-schemas.ts'

export const pushOperations = {
  getPushKey: operation({
    summary: 'The key that browsers subscribe with (VAPID, RFC 8292)',
    description:
      'The `applicationServerKey` of `PushManager.subscribe`. A subscription made with another key has to be made anew.',
    access: { who: 'anonymous' },
    http: { method: 'GET', path: '/push/key' },
    input: emptyInput,
    output: z.object({ public_key: z.string().describe('65 bytes in base64url') }),
  }),
  subscribePush: operation({
    summary: 'Let a browser be reached by web push',
    description:
      'Idempotent: the same endpoint is the same subscription, and saying it again is the sign of life without ' +
      'which a subscription ends after 60 days. An endpoint belongs to whoever named it last, as a browser does ' +
      'to who is signed in. Of more than 20 for one app the one silent for longest goes.',
    access: { who: 'user' },
    http: { method: 'POST', path: '/push/subscriptions', status: 201 },
    input: pushSubscriptionRequest,
    output: z.object({ id }),
    errors: [errors.push_subscription_invalid],
    limits: [{ per: 'actor', perMinute: 30 }],
  }),
  listPushSubscriptions: operation({
    summary: 'The browsers that can be reached, newest first',
    access: { who: 'user' },
    http: { method: 'GET', path: '/push/subscriptions' },
    input: z.strictObject(pageInput),
    output: pageOf(pushSubscription),
  }),
  unsubscribePush: operation({
    summary: 'Do not reach this browser any more',
    access: { who: 'user' },
    http: { method: 'DELETE', path: '/push/subscriptions/{id}' },
    input: z.strictObject({ id }),
    output: noOutput,
    errors: [errors.push_subscription_not_found],
    idempotency: 'done',
  }),
  sendPush: operation({
    summary: 'Queue a push to a person’s browsers; the same dedupe_key is the same push',
    description:
      'Answers once the push is kept. Its words come from the kind alone, so that a lock screen tells nothing. ' +
      'Preferences, quiet hours and the silence after a crisis are looked at when it goes out, and it is skipped ' +
      'once its time is over. Delivery is tried again for each browser and never fails the caller.',
    access: { who: 'module' },
    input: pushRequest,
    output: z.object({
      queued: z.boolean().describe('False when this push was there already or no browser can be reached'),
    }),
  }),
  listPushes: operation({
    summary: 'The log of pushes, one entry a browser, newest first',
    access: { who: 'admin' },
    http: { method: 'GET', path: '/admin/pushes' },
    input: z.strictObject({ ...pageInput, status: pushStatus.optional(), user_id: id.optional() }),
    output: pageOf(pushDelivery),
  }),
}
