import { actingFor, type Context, type HandlerOf, toPage } from '@triptych/kernel'
import type { notificationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { maskAddress } from '../domain/mask.ts'
import { emailSealer } from '../sealed-email.ts'
import { emailsForAdmin } from '../store/emails.ts'
import type { EmailRow } from '../store/tables.ts'

export const listEmails =
  (deps: Deps): HandlerOf<typeof notificationsContract, 'listEmails'> =>
  async (context, { limit, cursor, status, template, organization_id: organizationId }) => {
    const filter = { limit, cursor, status, template, organizationId }
    const rows = await deps.db.read(context, (query) => emailsForAdmin(query, filter))
    const page = toPage(rows, limit)
    const items = await Promise.all(
      page.items.map(async (row) => ({ row, to: await recipientOf(deps, context, row) })),
    )
    return {
      ...page,
      items: items.map(({ row, to }) => ({ ...logOf(row), recipient: to === null ? null : maskAddress(to) })),
    }
  }

export const logOf = (row: EmailRow) => ({
  id: row.id,
  user_id: row.user_id,
  organization_id: row.organization_id,
  template: row.template,
  template_version: row.template_version,
  locale: row.locale,
  status: row.status,
  attempts: row.attempts,
  error_code: row.error_code,
  transport: row.transport,
  created_at: row.created_at,
  sent_at: row.sent_at,
})

/** Null once it was forgotten, or its person erased. */
export async function recipientOf(deps: Deps, context: Context, row: EmailRow): Promise<string | null> {
  if (row.sealed_recipient === null) return null
  try {
    const keys = { ciphers: deps.ciphers, secret: deps.config.NOTIFICATIONS_SECRET }
    const sealer = await emailSealer(keys, actingFor(context, row.user_id), row)
    return sealer.open('sealed_recipient', row.sealed_recipient)
  } catch {
    return null
  }
}
