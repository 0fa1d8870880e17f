import { actingFor, type Context, isoTime } from '@triptych/kernel'
import { sql } from 'kysely'
import { tipReacted } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { standingOf } from './domain/answers.ts'
import { recommenderJobs } from './jobs.ts'
import { learnLater } from './learn.ts'
import { localDay } from './local-day.ts'
import { answersOf, keepReaction } from './store/reactions.ts'
import { updateTip } from './store/tips.ts'

const openMs = 86_400_000
const pageSize = 200

type ExpireDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'jobs' | 'identity'>

/** A tip that got no answer for a day is closed. What was seen and not answered says a little; what nobody saw, nothing. */
export const expire =
  (deps: ExpireDeps) =>
  async (context: Context, { after }: { after: string | null }): Promise<void> => {
    const before = new Date(deps.clock.now() - openMs).toISOString()
    const people = await deps.db.read(context, async (query) => {
      const found = await sql<{ user_id: string }>`
        select * from people_with_stale_tips(${before}, ${after}, ${pageSize})`.execute(query)
      return found.rows.map((row) => row.user_id)
    })
    for (const userId of people) await expireOf(deps, actingFor(context, userId), userId, before)
    const last = people.at(-1)
    if (people.length === pageSize && last !== undefined) {
      await deps.jobs.send(recommenderJobs.expire, { after: last })
    }
  }

async function expireOf(deps: ExpireDeps, context: Context, userId: string, before: string): Promise<void> {
  const { time_zone: zone } = await deps.identity.getPerson(context, { user_id: userId })
  const at = isoTime(deps.clock)
  await deps.db.write(context, async (transaction) => {
    const { query, emit } = transaction
    const tips = await query
      .selectFrom('tips')
      .selectAll()
      .where('user_id', '=', userId)
      .where('state', 'in', ['offered', 'displayed'])
      .where('offered_at', '<', before)
      .forUpdate()
      .execute()
    for (const tip of tips) {
      const reaction = { reaction: 'expired', at, received_at: at, snooze_until: null, dwell_ms: null }
      await keepReaction(query, { user_id: userId, client_id: deps.newId(), tip_id: tip.id, ...reaction })
      const { state, reward, reactedAt } = standingOf(await answersOf(query, tip.id))
      await updateTip(query, tip.id, { state, reward, reacted_at: reactedAt })
      if (tip.displayed_at === null) continue
      const about = { tipId: tip.id, userId, kind: tip.kind, source: tip.source }
      const heard = {
        reaction: 'expired',
        reactedAt: at,
        localDay: localDay(at, zone),
        dwellMs: tip.dwell_ms ?? 0,
      }
      emit(tipReacted, { ...about, ...heard }, { userId })
    }
    if (tips.length > 0) await learnLater(deps, transaction, userId)
  })
}
