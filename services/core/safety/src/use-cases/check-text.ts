import { actingFor, type Context, type HandlerOf, isoTime } from '@triptych/kernel'
import { withTimeLimit } from '@triptych/kernel/server'
import type { safetyContract } from '../contract/contract.ts'
import { crisisRecorded } from '../contract/events.ts'
import { audit } from '../audit.ts'
import type { Deps } from '../deps.ts'
import { helpFor, precheck, type PrecheckResult, templateFor } from '../precheck/index.ts'
import { count } from '../store/events.ts'

type ConfirmedBy = 'rule' | 'model' | 'caution'

interface Checked {
  readonly userId: string
  readonly path: string
  readonly text: string
  readonly previous: string | undefined
  readonly result: PrecheckResult
}

/** How long help waits for what it could do without: where the person lives, and that the event is kept. */
const patienceMs = 1_000

/** The rules decide offline. What comes after them can fail without taking help away. */
export const checkText =
  (deps: Deps): HandlerOf<typeof safetyContract, 'checkText'> =>
  async (context, input) => {
    const read = measuredPrecheck(deps, input)
    if (read.verdict === 'clear' && !read.unread) return { crisis: null }
    const result = read.unread ? { ...read, ...unreadCrisis } : read
    const { user_id: userId, path, text, previous } = input
    const checked = { userId, path, text, previous, result }
    const region = regionOf(deps, context, userId)
    const confirmedBy = result.verdict === 'crisis' ? 'rule' : await confirm(deps, context, checked)
    if (confirmedBy === null || (read.unread && confirmedBy === 'caution')) return { crisis: null }
    const eventId = deps.newId()
    const help = helpFor(result, { region: await region })
    await record(deps, context, checked, { eventId, confirmedBy, template: help.template })
    return { crisis: { event_id: eventId, ...help } }
  }

/** The precheck is pure; here is measured what it takes. */
function measuredPrecheck(
  { metrics }: Deps,
  { text, previous }: { readonly text: string; readonly previous?: string | undefined },
): PrecheckResult {
  const startedAt = performance.now()
  const read = precheck(text, previous === undefined ? {} : { previous })
  const seconds = (performance.now() - startedAt) / 1_000
  metrics.observe('triptych_safety_precheck_seconds', { language: read.language }, seconds)
  return read
}

/**
 * A script the rules do not read is judged by a model alone, with the person's consent. Without one the text passes: a
 * card at every entry in Russian or Japanese would shut these people out, and help stays one tap away.
 */
const unreadCrisis = {
  rule: 'model.suicide.unread',
  family: 'suicide',
  severity: 'thoughts',
  template: templateFor('suicide', 'thoughts').id,
} as const

/** Only a model's clear no, asked with the person's consent and answered in time, takes an ambiguous text back. */
async function confirm(deps: Deps, context: Context, checked: Checked): Promise<ConfirmedBy | null> {
  try {
    const { userId, text, previous, result } = checked
    const request = { user_id: userId, text, previous, language: result.language }
    const { is_crisis: isCrisis, served } = await deps.gateway.confirmCrisis(context, request)
    if (served.lane === 'offline') return 'caution'
    return isCrisis ? 'model' : null
  } catch {
    return 'caution'
  }
}

async function regionOf(deps: Deps, context: Context, userId: string): Promise<string | null> {
  try {
    const asked = deps.identity.getPerson(context, { user_id: userId })
    return (await withTimeLimit(patienceMs, (_signal, inTime) => inTime(asked))).region
  } catch {
    return null
  }
}

/** Help goes out even when the event cannot be kept. */
async function record(
  deps: Deps,
  context: Context,
  checked: Checked,
  outcome: { readonly eventId: string; readonly confirmedBy: ConfirmedBy; readonly template: string },
): Promise<void> {
  const { result, userId, path } = checked
  const family = result.family ?? 'suicide'
  const { severity, language } = result
  deps.metrics.count('triptych_safety_escalations_total', { family, severity })
  const event = {
    id: outcome.eventId,
    user_id: userId,
    path,
    rule: result.rule ?? 'unnamed',
    family,
    severity,
    language,
    template: outcome.template,
    confirmed_by: outcome.confirmedBy,
    created_at: isoTime(deps.clock),
  }
  const write = deps.db.write(actingFor(context, userId), async (transaction) => {
    const { query } = transaction
    await query
      .insertInto('safety_events')
      .values({ ...event, ...unreviewed })
      .execute()
    await count(query, event, 'fired')
    transaction.emit(crisisRecorded, { userId, eventId: event.id, recordedAt: event.created_at })
    audit(transaction, deps.clock, { what: 'recorded', eventId: event.id, userId, actorId: userId })
  })
  await withTimeLimit(patienceMs, (_signal, inTime) => inTime(write)).catch((error: unknown) =>
    deps.logger.for(context).error({ family, severity, error }, 'safety.event_not_kept'),
  )
}

const unreviewed = {
  review: 'open',
  reviewed_at: null,
  disputed_at: null,
  sealed_excerpt: null,
  excerpt_expires_at: null,
} as const
