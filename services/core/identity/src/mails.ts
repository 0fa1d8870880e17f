import type { Transaction } from '@triptych/db'
import { type Clock, isoTime, type NewId } from '@triptych/kernel'
import { events } from './contract/events.ts'
import type { IdentityTables, MailTemplate } from './store/tables.ts'

export interface MailRequest {
  readonly template: MailTemplate
  readonly email: string
  readonly userId?: string
  readonly invitationId?: string
  readonly organizationId?: string
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
      created_at: isoTime(deps.clock),
    })
    .execute()
  emit(events.mailRequested, { mailId })
}
