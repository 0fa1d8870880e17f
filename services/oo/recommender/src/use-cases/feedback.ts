import type { Transaction } from '@triptych/db'
import { actingFor, failure, type HandlerOf, isoTime, requestErrors, userIdOf } from '@triptych/kernel'
import type { recommenderContract } from '../contract/contract.ts'
import { tipReacted, tipShown } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { type Standing, standingOf } from '../domain/answers.ts'
import { followDeliveries } from '../follow-deliveries.ts'
import { learnLater } from '../learn.ts'
import { localDay } from '../local-day.ts'
import { answersOf, keepReaction } from '../store/reactions.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { findTip, lockTip, updateTip } from '../store/tips.ts'
import type { RecommenderTables, TipRow } from '../store/tables.ts'
import { toRecord } from '../tip-view.ts'

type Feedback = HandlerOf<typeof recommenderContract, 'feedback'>
type Input = Parameters<Feedback>[1]

const hourMs = 3_600_000
const dwellMostMs = 10 * 60_000
/** By so much a device's clock may be wrong; what it says beyond that is not believed. */
const clockErrorMs = 24 * hourMs

export const feedback =
  (deps: Deps): Feedback =>
  async (outer, input, fail) => {
    const userId = userIdOf(outer.actor) ?? ''
    const context = actingFor(outer, userId)
    const now = deps.clock.now()
    const said = new Date(Math.min(now, Date.parse(input.at ?? isoTime(deps.clock)))).toISOString()
    if (input.snooze_until !== undefined && input.snooze_until <= said)
      throw fail('recommender.snooze_in_past')
    const { time_zone: zone } = await deps.identity.getPerson(context, { user_id: userId })
    const cipher = await deps.ciphers.cipherOf(context, userId)
    const outcome = await deps.db.write(outer, async (transaction) => {
      const { query } = transaction
      const tip = await lockTip(query, input.tip_id)
      if (tip === undefined) return undefined
      requireFitting(tip, input)
      const earliest = new Date(Date.parse(tip.offered_at) - clockErrorMs).toISOString()
      const at = said < earliest ? tip.offered_at : said
      const isNew = await keepReaction(query, {
        user_id: userId,
        client_id: input.client_id,
        tip_id: tip.id,
        reaction: input.reaction,
        at,
        received_at: isoTime(deps.clock),
        snooze_until: snoozeOf(input, at),
        dwell_ms: input.dwell_ms === undefined ? null : Math.min(input.dwell_ms, dwellMostMs),
      })
      if (isNew) await join(deps, transaction, tip, { input, at, zone })
      const row = (await findTip(query, tip.id)) ?? tip
      return { row, deliveries: await deliveriesOf(query, [tip.id]), duplicate: !isNew }
    })
    if (outcome === undefined) throw fail('recommender.tip_not_found')
    const { row, deliveries, duplicate } = outcome
    return { tip: toRecord(cipher, row, deliveries), duplicate }
  }

/** What a tap means depends on what was tapped. */
function requireFitting({ kind }: TipRow, { reaction }: Input): void {
  const isFor = { done: 'todo', undone: 'todo', saved: 'advice', acknowledged: 'advice' }[reaction as 'done']
  if (isFor === undefined || isFor === kind) return
  const message =
    kind === 'todo'
      ? 'This is a task: use done, snoozed or dismissed.'
      : 'This is advice: use acknowledged, saved, snoozed or dismissed.'
  throw failure(requestErrors.invalid, { issues: [{ path: 'reaction', message }] })
}

const snoozeOf = ({ reaction, snooze_until: until }: Input, at: string): string | null =>
  reaction === 'snoozed' ? (until ?? new Date(Date.parse(at) + hourMs).toISOString()) : null

interface News {
  readonly input: Input
  readonly at: string
  readonly zone: string
}

/** Where the tip stands after this answer, what its provider is to hear, and what everybody else may know. */
async function join(
  deps: Deps,
  transaction: Transaction<RecommenderTables>,
  tip: TipRow,
  { input, at, zone }: News,
): Promise<void> {
  const { query, emit } = transaction
  const standing = standingOf(await answersOf(query, tip.id))
  const notice = await followDeliveries(deps, transaction, tip, standing)
  await updateTip(query, tip.id, { ...rowOf(standing, tip), dwell_ms: dwellOf(tip, input), notice })
  const about = { tipId: tip.id, userId: tip.user_id, kind: tip.kind, source: tip.source }
  if (tip.displayed_at === null && standing.displayedAt !== null) {
    const shownAt = standing.displayedAt
    emit(tipShown, { ...about, shownAt, localDay: localDay(shownAt, zone) })
  }
  if (input.reaction === 'displayed') return
  emit(tipReacted, {
    ...about,
    reaction: input.reaction,
    reactedAt: at,
    localDay: localDay(at, zone),
    dwellMs: dwellOf(tip, input) ?? 0,
  })
  await learnLater(deps, transaction, tip.user_id)
}

/** A reward that was learnt from stays learnt: taking back what a policy has already digested is not worth its cost. */
const rowOf = (standing: Standing, tip: TipRow): Partial<TipRow> => ({
  state: standing.state,
  displayed_at: standing.displayedAt,
  reacted_at: standing.reactedAt,
  snoozed_until: standing.snoozedUntil,
  reward: tip.learned_at === null ? standing.reward : tip.reward,
})

const dwellOf = (tip: TipRow, { dwell_ms: dwell }: Input): number | null =>
  dwell === undefined ? tip.dwell_ms : Math.min(Math.max(dwell, tip.dwell_ms ?? 0), dwellMostMs)
