import { identityErrors } from '@triptych/identity/contract'
import { type Context, isFailure, isoTime } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { dunningKinds, isStillDue } from './domain/notices.ts'
import { forOrganization } from './in-organization.ts'
import { type Facts, factsForMail, variablesOf } from './notice-words.ts'
import { factsOfSubscription, lockSubscription } from './store/facts.ts'
import {
  dropNotice,
  markNoticeSent,
  markNoticeWithdrawn,
  sentNotices,
  waitingNotices,
} from './store/notices.ts'
import type { NoticeRow } from './store/tables.ts'

type SendDeps = Pick<Deps, 'db' | 'clock' | 'identity' | 'notifications' | 'publicUrl'>

/** Sends what an organisation is to be told, each to every owner, once; and keeps back what has lost its reason on its way. */
export const sendNotices =
  (deps: SendDeps) =>
  async (outer: Context, { organization_id: organizationId }: { organization_id: string }): Promise<void> => {
    const context = forOrganization(outer, organizationId)
    const [waiting, sent] = await deps.db.read(context, (query) =>
      Promise.all([waitingNotices(query, organizationId), sentNotices(query, organizationId, dunningKinds)]),
    )
    if (waiting.length + sent.length === 0) return
    const owners = await ownersOf(deps, context, organizationId)
    for (const notice of waiting) {
      const facts = await stillDue(deps, context, notice)
      if (facts === undefined) continue
      for (const userId of owners.ids)
        await tell(deps, context, { notice, facts, userId, organization: owners.name })
      await deps.db.write(context, ({ query }) => markNoticeSent(query, notice, isoTime(deps.clock)))
    }
    // A payment may have come while a notice of it was told.
    for (const notice of [...sent, ...waiting]) await withdrawObsolete(deps, context, notice, owners.ids)
  }

/** What has not gone out when the reason for it goes stays in. */
async function withdrawObsolete(
  { db, clock, notifications }: SendDeps,
  context: Context,
  notice: NoticeRow,
  owners: readonly string[],
): Promise<void> {
  const facts = await db.readOne(context, (query) => factsOfSubscription(query, notice.subscription))
  if (isStillDue(notice, facts)) return
  if (owners.length > 0)
    await notifications.withdrawEmails(context, {
      dedupe_keys: owners.map((userId) => dedupeKeyOf(notice, userId)),
    })
  await db.write(context, ({ query }) => markNoticeWithdrawn(query, notice, isoTime(clock)))
}

const dedupeKeyOf = ({ kind, key }: NoticeRow, userId: string): string => `billing:${kind}:${key}:${userId}`

/** What the mail says, if it still has its reason: nothing is dunned for once it was paid. */
const stillDue = (deps: SendDeps, context: Context, notice: NoticeRow): Promise<Facts | undefined> =>
  deps.db.write(context, async ({ query }) => {
    await lockSubscription(query, notice.subscription)
    const facts = await factsOfSubscription(query, notice.subscription)
    if (isStillDue(notice, facts)) return factsForMail(query, notice, facts)
    await dropNotice(query, notice)
    return undefined
  })

/** An organisation that is gone has nobody to be told. */
async function ownersOf({ identity }: SendDeps, context: Context, organizationId: string) {
  try {
    const found = await identity.getOrganization(context, { organization_id: organizationId })
    return { name: found.name, ids: found.owner_ids }
  } catch (error) {
    if (isFailure(error, identityErrors.organization_not_found)) return { name: '', ids: [] }
    throw error
  }
}

interface Told {
  readonly notice: NoticeRow
  readonly facts: Facts
  readonly userId: string
  readonly organization: string
}

async function tell(deps: SendDeps, context: Context, told: Told): Promise<void> {
  const { notice, facts, userId, organization } = told
  try {
    const person = await deps.identity.getPerson(context, { user_id: userId })
    await deps.notifications.sendEmail(context, {
      to: person.email,
      user_id: userId,
      organization_id: notice.organization_id,
      template: notice.kind,
      locale: person.locale,
      variables: {
        ...variablesOf(facts, { locale: person.locale, timeZone: person.time_zone }),
        organization,
        link: `${deps.publicUrl}/console/company/plan`,
      },
      dedupe_key: dedupeKeyOf(notice, userId),
    })
  } catch (error) {
    // Whoever is gone is told nothing.
    if (!isFailure(error, identityErrors.user_not_found)) throw error
  }
}
