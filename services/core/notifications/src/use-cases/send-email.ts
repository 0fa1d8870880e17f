import { actingFor, type Context, type HandlerOf, isFailure, isoTime } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import type { notificationsContract } from '../contract/contract.ts'
import { templateOf } from '../contract/templates.ts'
import type { Deps } from '../deps.ts'
import { notificationsJobs } from '../jobs.ts'
import { type EmailContent, type EmailSealer, emailSealer } from '../sealed-email.ts'
import { insertEmail } from '../store/emails.ts'

type SendEmail = HandlerOf<typeof notificationsContract, 'sendEmail'>
type Request = Parameters<SendEmail>[1]

export const sendEmail =
  (deps: Deps): SendEmail =>
  async (context, input, fail) => {
    const missing = whatIsMissing(input)
    if (missing.length > 0) throw fail('notifications.email_incomplete', { issues: missing })
    const acting = actingFor(context, input.user_id)
    const id = deps.newId()
    const sealer = await sealerFor(deps, acting, { id, user_id: input.user_id ?? null })
    // Whoever is erased gets no mail any more.
    if (sealer === undefined) return { queued: false }
    const row = rowOf(deps, input, { id, sealer })
    const queued = await deps.db.write(acting, async (transaction) => {
      if (!(await insertEmail(transaction.query, row))) return false
      const about = input.user_id === undefined ? {} : { userId: input.user_id }
      await deps.jobs.send(notificationsJobs.deliverEmail, { email_id: id }, { transaction, ...about })
      return true
    })
    return { queued }
  }

async function sealerFor(
  deps: Pick<Deps, 'ciphers' | 'config'>,
  context: Context,
  row: { id: string; user_id: string | null },
): Promise<EmailSealer | undefined> {
  try {
    return await emailSealer(
      { ciphers: deps.ciphers, secret: deps.config.NOTIFICATIONS_SECRET },
      context,
      row,
    )
  } catch (error) {
    if (isFailure(error, vaultErrors.key_destroyed)) return undefined
    throw error
  }
}

function rowOf(deps: Deps, input: Request, made: { id: string; sealer: EmailSealer }) {
  const now = isoTime(deps.clock)
  const { locale, version } = deps.templates.find(input.template, input.locale)
  const content: EmailContent = { variables: input.variables, attachments: input.attachments ?? [] }
  return {
    id: made.id,
    dedupe_key: input.dedupe_key,
    user_id: input.user_id ?? null,
    organization_id: input.organization_id ?? null,
    template: input.template,
    template_version: version,
    locale,
    status: 'queued' as const,
    attempts: 0,
    error_code: null,
    transport: null,
    sealed_recipient: made.sealer.seal('sealed_recipient', input.to),
    sealed_content: made.sealer.seal('sealed_content', JSON.stringify(content)),
    claimed_until: null,
    created_at: now,
    updated_at: now,
    sent_at: null,
  }
}

/** A mail that lacks something is a mistake of its sender, found when it is asked for and not when it goes out. */
function whatIsMissing({
  template,
  variables,
  user_id: userId,
}: Request): { path: string; message: string }[] {
  const { needs, may, category } = templateOf(template)
  const isWebAddress = (value: string): boolean => /^https?:$/.test(URL.parse(value)?.protocol ?? '')
  return [
    ...needs
      .filter((name) => (variables[name] ?? '').trim() === '')
      .map((name) => ({ path: `variables.${name}`, message: 'This template needs it.' })),
    ...Object.keys(variables)
      .filter((name) => !needs.includes(name) && !may.includes(name))
      .map((name) => ({ path: `variables.${name}`, message: 'This template does not know it.' })),
    ...(variables['link'] === undefined || isWebAddress(variables['link'])
      ? []
      : [{ path: 'variables.link', message: 'Use an http or https address.' }]),
    ...(category !== 'transactional' && userId === undefined
      ? [{ path: 'user_id', message: 'Mails that can be turned off go to accounts alone.' }]
      : []),
  ]
}
