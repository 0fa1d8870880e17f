import { failure, type HandlerOf, isoTime } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import { mailTokenLifetimeMs, mailTokenOf } from '../domain/mail-token.ts'
import { hashOf } from '../domain/refresh-token.ts'
import { requestMail } from '../mails.ts'
import type { IdentityTables } from '../store/tables.ts'
import { writeInOrganization } from './in-organization.ts'

export const invite =
  (deps: Deps): HandlerOf<typeof identityContract, 'invite'> =>
  (context, input) =>
    writeInOrganization(
      deps,
      context,
      { organizationId: input.id, least: 'admin' },
      async (transaction, { userId }, audit) => {
        const { query } = transaction
        if (await isMember(query, input.email)) throw failure(errors.already_member)
        const now = isoTime(deps.clock)
        await endEarlier(query, input, now)
        const invitation = {
          id: deps.newId(),
          email: input.email,
          role: input.role,
          invited_by: userId,
          created_at: now,
          expires_at: new Date(deps.clock.now() + mailTokenLifetimeMs.invitation).toISOString(),
        }
        const token = mailTokenOf(deps.config.IDENTITY_SECRET, 'invitation', invitation.id)
        await query
          .insertInto('invitations')
          .values({
            ...invitation,
            organization_id: input.id,
            token_hash: hashOf(token),
            ended_at: null,
            end_reason: null,
          })
          .execute()
        await requestMail(deps, transaction, {
          template: 'organization_invitation',
          email: input.email,
          invitationId: invitation.id,
          organizationId: input.id,
        })
        audit(transaction, {
          action: 'identity.invitation.sent',
          target: `invitation:${invitation.id}`,
          references: { role: input.role },
        })
        transaction.remember(invitation)
        return invitation
      },
    )

async function isMember(query: Kysely<IdentityTables>, email: string): Promise<boolean> {
  const found = await sql`select 1 from people_of_organization() p where p.email = ${email}`.execute(query)
  return found.rows.length > 0
}

const endEarlier = (query: Kysely<IdentityTables>, input: { id: string; email: string }, at: string) =>
  query
    .updateTable('invitations')
    .set({ ended_at: at, end_reason: 'replaced' })
    .where('organization_id', '=', input.id)
    .where('email', '=', input.email)
    .where('ended_at', 'is', null)
    .execute()
