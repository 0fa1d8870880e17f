import { createHash } from 'node:crypto'
import { actingFor, type Context, failure, isFailure, isoTime, userIdOf } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import { templateOf } from './contract/templates.ts'
import type { Deps } from './deps.ts'
import { quietUntil } from './domain/quiet-hours.ts'
import { unsubscribeToken } from './domain/unsubscribe-token.ts'
import { attemptsMax, notificationsJobs } from './jobs.ts'
import { DeliveryError, type OutgoingMail } from './ports/transport.ts'
import { type EmailContent, emailSealer } from './sealed-email.ts'
import { claimEmail, settleEmail } from './store/emails.ts'
import { findPreferences, quietHoursOf } from './store/preferences.ts'
import type { EmailRow } from './store/tables.ts'
import { renderMail } from './templates/render.ts'

/** Longer than an attempt may take, so that a claim that has run out belongs to nobody any more. */
const claimMs = 60_000

/**
 * One attempt at one mail. What is refused for good is settled here; what may pass fails, and the queue comes back.
 * Between the server's "taken" and our mark lies a moment in which a process may die: that mail goes out again, under
 * the same Message-ID.
 */
export const deliverEmail =
  (deps: Deps) =>
  async (context: Context, { email_id: id }: { email_id: string }): Promise<void> => {
    const acting = actingFor(context, userIdOf(context.actor))
    const now = deps.clock.now()
    const times = { now: isoTime(deps.clock), until: new Date(now + claimMs).toISOString() }
    const { row, preferences } = await deps.db.write(acting, async ({ query }) => {
      const claimed = await claimEmail(query, id, times)
      const owner = claimed?.user_id ?? undefined
      return {
        row: claimed,
        preferences: owner === undefined ? undefined : await findPreferences(query, owner),
      }
    })
    if (row === undefined) return refuseWhileClaimed(deps, acting, id)
    const { category } = templateOf(row.template)
    if (category !== 'transactional') {
      if (preferences?.categories_off.includes(category) === true) {
        return settle(deps, acting, row, { status: 'skipped', sealed_content: null })
      }
      const quiet = preferences === undefined ? undefined : quietUntil(quietHoursOf(preferences), now)
      if (quiet !== undefined) return postpone(deps, acting, row, quiet)
    }
    await attempt(deps, acting, row)
  }

/** A mail that another worker is sending is looked at again later: that worker may die. */
async function refuseWhileClaimed(deps: Deps, context: Context, id: string): Promise<void> {
  const held = await deps.db.read(context, (query) =>
    query
      .selectFrom('emails')
      .select('id')
      .where('id', '=', id)
      .where('status', '=', 'sending')
      .executeTakeFirst(),
  )
  if (held !== undefined) throw new DeliveryError('in_other_hands', false)
}

async function attempt(deps: Deps, context: Context, row: EmailRow): Promise<void> {
  try {
    if (deps.transport === undefined) throw new DeliveryError('not_configured', false)
    await deps.transport.send(await compose(deps, context, row), context.signal)
  } catch (error) {
    const failed = failureOf(error)
    const isOver = failed.isPermanent || row.attempts >= attemptsMax
    await settle(deps, context, row, { status: isOver ? 'dead' : 'failed', error_code: failed.code })
    deps.logger
      .for(context)
      .warn(
        { template: row.template, attempt: row.attempts, code: failed.code },
        'notifications.email_failed',
      )
    if (!isOver) throw failed
    return
  }
  await settle(deps, context, row, {
    status: 'sent',
    error_code: null,
    transport: deps.transport.name,
    sent_at: isoTime(deps.clock),
    sealed_content: null,
    ...(templateOf(row.template).forgets === true ? { sealed_recipient: null } : {}),
  })
}

function failureOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (isFailure(error, vaultErrors.key_destroyed)) return new DeliveryError('person_erased', true)
  return new DeliveryError('unexpected', false)
}

async function compose(deps: Deps, context: Context, row: EmailRow): Promise<OutgoingMail> {
  if (row.sealed_recipient === null || row.sealed_content === null) throw failure(vaultErrors.key_destroyed)
  const sealer = await emailSealer(
    { ciphers: deps.ciphers, secret: deps.config.NOTIFICATIONS_SECRET },
    context,
    row,
  )
  const content = JSON.parse(sealer.open('sealed_content', row.sealed_content)) as EmailContent
  const template = deps.templates.find(row.template, row.locale)
  const unsubscribeUrl = unsubscribeUrlOf(deps, row)
  return {
    to: sealer.open('sealed_recipient', row.sealed_recipient),
    ...renderMail({ template, layout: deps.templates.layout }, content.variables, unsubscribeUrl),
    messageId: messageIdOf(row.dedupe_key, deps.config.MAIL_FROM),
    unsubscribeUrl,
    attachments: content.attachments,
  }
}

function unsubscribeUrlOf(deps: Deps, row: EmailRow): string | undefined {
  const { category } = templateOf(row.template)
  if (category === 'transactional' || row.user_id === null) return undefined
  const token = unsubscribeToken(deps.config.NOTIFICATIONS_SECRET, { userId: row.user_id, category })
  return `${deps.publicUrl}/api/v1/notifications/unsubscribe/${token}`
}

/** The dedupe key as a Message-ID: one mail keeps one, however often it is tried. */
export function messageIdOf(dedupeKey: string, from: string): string {
  const host = /@([^\s<>]+?)>?$/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40)}@${host}>`
}

async function settle(deps: Deps, context: Context, row: EmailRow, change: Partial<EmailRow>): Promise<void> {
  await deps.db.write(context, ({ query }) =>
    settleEmail(query, row.id, { updated_at: isoTime(deps.clock), ...change }),
  )
}

async function postpone(deps: Deps, context: Context, row: EmailRow, until: number): Promise<void> {
  await deps.db.write(context, async (transaction) => {
    await settleEmail(transaction.query, row.id, {
      status: 'queued',
      attempts: row.attempts - 1,
      updated_at: isoTime(deps.clock),
    })
    await deps.jobs.send(
      notificationsJobs.deliverEmail,
      { email_id: row.id },
      {
        transaction,
        startAfter: new Date(until).toISOString(),
        ...(row.user_id === null ? {} : { userId: row.user_id }),
      },
    )
  })
}
