import { consumer, defineConsumers, erasure } from '@triptych/bus'
import { type identityContract, identityEvents } from '@triptych/identity/contract'
import {
  type Client,
  type Clock,
  type Context,
  failure,
  type FailureDetails,
  type HandlerOf,
} from '@triptych/kernel'
import { crisisRecorded } from '@triptych/safety/contract'
import type { notificationsContract } from './contract/contract.ts'
import { errors } from './contract/errors.ts'
import { crisisSilenceMs } from './domain/push-decision.ts'
import { holdPushes } from './store/pushes.ts'
import type { NotificationsTables } from './store/tables.ts'

interface ConsumerDeps {
  readonly clock: Clock
  readonly identity: Client<typeof identityContract>
  readonly send: HandlerOf<typeof notificationsContract, 'sendEmail'>
}

export const consumersOf = (deps: ConsumerDeps) =>
  defineConsumers<NotificationsTables>({
    // The event names the mail; what it says, with its one-time link, is asked for and kept sealed.
    write_requested_mail: consumer({
      event: identityEvents.mailRequested,
      async prepare(context, { mailId }) {
        const { mail } = await deps.identity.getMail(context, { mail_id: mailId })
        if (mail !== null) await keep(deps, context, { mailId, mail })
        await deps.identity.forgetMail(context, { mail_id: mailId })
      },
      handle: () => Promise.resolve(),
    }),
    hold_pushes_after_crisis: consumer({
      event: crisisRecorded,
      async handle(_context, { userId, recordedAt }, _meta, { query }) {
        await holdPushes(query, userId, new Date(Date.parse(recordedAt) + crisisSilenceMs).toISOString())
      },
    }),
    erase_person: erasure({
      clock: deps.clock,
      tables: ['push_subscriptions', 'push_deliveries', 'pushes', 'push_holds', 'emails', 'preferences'],
    }),
  })

type Mail = NonNullable<Awaited<ReturnType<ConsumerDeps['identity']['getMail']>>['mail']>

/** Kept once, however often the event comes. */
async function keep(
  deps: ConsumerDeps,
  context: Context,
  { mailId, mail }: { readonly mailId: string; readonly mail: Mail },
): Promise<void> {
  const { user_id: userId, ...content } = mail
  const request = { ...content, dedupe_key: `identity:${mailId}` }
  const fail = (_code: string, details?: FailureDetails) => failure(errors.email_incomplete, details)
  await deps.send(context, userId === null ? request : { ...request, user_id: userId }, fail)
}
