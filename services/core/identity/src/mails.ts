import { createHash } from 'node:crypto'
import type { Transaction } from '@triptych/db'
import { type Clock, isoTime, type NewId } from '@triptych/kernel'
import { events } from './contract/events.ts'
import type { Counters } from './counters.ts'
import type { IdentityTables, MailTemplate } from './store/tables.ts'

export interface MailRequest {
  readonly template: MailTemplate
  readonly email: string
  readonly userId?: string
  readonly invitationId?: string
  readonly organizationId?: string
  /** The page that the link leads on to. */
  readonly returnTo?: string | undefined
}

const keptMs = 2 * 24 * 3_600_000

/** Asks for a mail in the transaction that gives the reason. What the mail says is found when it is written. */
export async function requestMail(
  deps: { clock: Clock; newId: NewId },
  { query, emit }: Transaction<IdentityTables>,
  request: MailRequest,
): Promise<void> {
  const mailId = deps.newId()
  const old = new Date(deps.clock.now() - keptMs).toISOString()
  await query.deleteFrom('mails').where('created_at', '<', old).execute()
  await query
    .insertInto('mails')
    .values({
      id: mailId,
      template: request.template,
      email: request.email,
      user_id: request.userId ?? null,
      invitation_id: request.invitationId ?? null,
      organization_id: request.organizationId ?? null,
      return_to: request.returnTo ?? null,
      created_at: isoTime(deps.clock),
    })
    .execute()
  emit(events.mailRequested, { mailId })
}

/** A link lives an hour at least, so that whoever has to wait for another mail holds one that works. */
const mailsPerHour = 3

/**
 * Whether one more mail may go to an address that anybody can name: a few of a kind an hour, whoever asks and from
 * wherever. Beyond that none is sent, and nobody is told.
 */
export async function mayMail(
  counters: Counters,
  { template, email }: Pick<MailRequest, 'template' | 'email'>,
): Promise<boolean> {
  const address = createHash('sha256').update(email).digest('base64url')
  const taken = await counters.consume({
    key: `identity:mails:${template}:${address}`,
    capacity: mailsPerHour,
    refillPerSecond: mailsPerHour / 3_600,
    cost: 1,
  })
  return taken.allowed
}
