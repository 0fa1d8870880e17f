import { actingFor, type Context, type HandlerOf, systemContext } from '@triptych/kernel'
import type { Selectable } from 'kysely'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { mailTokenLifetimeMs, mailTokenOf } from '../domain/mail-token.ts'
import { hashOf } from '../domain/refresh-token.ts'
import { findAccount, findLogin, findProfile } from '../store/accounts.ts'
import type { IdentityTables } from '../store/tables.ts'

type Mail = Selectable<IdentityTables['mails']>
type Purpose = IdentityTables['one_time_tokens']['purpose']

/** Templates that lead to a one-time link, and the page it opens. */
const links: Partial<Record<Mail['template'], { purpose: Purpose; path: string }>> = {
  verify_email: { purpose: 'verify_email', path: '/api/v1/auth/verify-email' },
  password_reset: { purpose: 'reset_password', path: '/api/v1/auth/reset-password' },
}

export const getMail =
  (deps: Deps): HandlerOf<typeof identityContract, 'getMail'> =>
  async (context, input) => {
    // A mail may be for an address without an account: nobody's rows, until it is known whose.
    const nobody: Context = { ...context, actor: systemContext(deps).actor }
    const mail = await deps.db.read(nobody, (query) =>
      query.selectFrom('mails').selectAll().where('id', '=', input.mail_id).executeTakeFirst(),
    )
    if (mail === undefined) return { mail: null }
    const userId = mail.user_id ?? (await ownerOf(deps, nobody, mail))
    const shared = { to: mail.email, user_id: userId ?? null, template: mail.template }
    if (mail.template === 'organization_invitation') return { mail: await invitationOf(deps, nobody, mail) }
    if (mail.template === 'account_deleted') return { mail: { ...shared, locale: 'en', variables: {} } }
    if (userId === undefined) return { mail: null }
    const person = await personOf(deps, actingFor(context, userId), userId)
    if (person === undefined) return { mail: null }
    const link = await linkOf(deps, actingFor(context, userId), { mail, userId })
    return { mail: { ...shared, locale: person.locale, variables: { name: person.name, link } } }
  }

/** The account behind an address that somebody typed; a suspended one gets no mail. */
async function ownerOf(deps: Deps, context: Context, mail: Mail): Promise<string | undefined> {
  if (mail.template === 'account_deleted' || mail.template === 'organization_invitation') return undefined
  const found = await deps.db.read(context, (query) => findLogin(query, mail.email))
  return found?.status === 'active' ? found.id : undefined
}

const personOf = (deps: Deps, acting: Context, userId: string) =>
  deps.db.read(acting, async (query) => {
    const account = await findAccount(query, userId)
    const profile = await findProfile(query, userId)
    if (account === undefined) return undefined
    return { name: account.full_name, locale: profile?.locale ?? 'en' }
  })

async function linkOf(
  deps: Deps,
  acting: Context,
  { mail, userId }: { mail: Mail; userId: string },
): Promise<string> {
  const target = links[mail.template]
  if (target === undefined) return `${deps.publicUrl}/`
  const { purpose, path } = target
  const token = mailTokenOf(deps.config.IDENTITY_SECRET, purpose, mail.id)
  const createdAt = Date.parse(mail.created_at)
  await deps.db.write(acting, ({ query }) =>
    query
      .insertInto('one_time_tokens')
      .values({
        id: mail.id,
        user_id: userId,
        purpose,
        email: mail.email,
        token_hash: hashOf(token),
        expires_at: new Date(createdAt + mailTokenLifetimeMs[purpose]).toISOString(),
        used_at: null,
        created_at: mail.created_at,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  )
  const onwards = mail.return_to === null ? {} : { return_to: mail.return_to }
  return `${deps.publicUrl}${path}?${new URLSearchParams({ token, ...onwards }).toString()}`
}

async function invitationOf(deps: Deps, context: Context, mail: Mail) {
  const { organization_id: organizationId, invitation_id: invitationId } = mail
  if (organizationId === null || invitationId === null) return null
  const inside: Context = { ...context, tenant: { organizationId, role: 'member' } }
  const found = await deps.db.read(inside, (query) =>
    query
      .selectFrom('invitations')
      .innerJoin('organizations', 'organizations.id', 'invitations.organization_id')
      .select(['organizations.name'])
      .where('invitations.id', '=', invitationId)
      .where('invitations.ended_at', 'is', null)
      .executeTakeFirst(),
  )
  if (found === undefined) return null
  const token = mailTokenOf(deps.config.IDENTITY_SECRET, 'invitation', invitationId)
  const link = `${deps.publicUrl}/api/v1/invitations/${token}`
  const variables = { organization: found.name, link }
  return { to: mail.email, user_id: null, template: mail.template, locale: 'en', variables }
}
