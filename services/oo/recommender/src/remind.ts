import { actingFor, type Context } from '@triptych/kernel'
import { sql } from 'kysely'
import type { Deps } from './deps.ts'
import { reminderHour } from './domain/reminder-hour.ts'
import { recommenderJobs } from './jobs.ts'
import { localDay } from './local-day.ts'

const dayMs = 86_400_000
const rememberedMs = 60 * dayMs
const pageSize = 200
/** An hour that the clock skips, or in which nothing ran, is made up for in the next. */
const windowHours = 2
const usefulSeconds = 8 * 3_600

type RemindDeps = Pick<Deps, 'db' | 'clock' | 'jobs' | 'identity' | 'notifications'>

/** Once a day, in the hour in which each person answers most, a push says that there is a tip. It names nothing. */
export const remind =
  (deps: RemindDeps) =>
  async (context: Context, { after }: { after: string | null }): Promise<void> => {
    const since = new Date(deps.clock.now() - rememberedMs).toISOString()
    const people = await deps.db.read(context, async (query) => {
      const found = await sql<{ user_id: string }>`
        select * from people_with_recent_tips(${since}, ${after}, ${pageSize})`.execute(query)
      return found.rows.map((row) => row.user_id)
    })
    for (const userId of people) await remindOne(deps, actingFor(context, userId), userId, since)
    const last = people.at(-1)
    if (people.length === pageSize && last !== undefined) {
      await deps.jobs.send(recommenderJobs.remind, { after: last }, { singletonKey: last })
    }
  }

async function remindOne(deps: RemindDeps, context: Context, userId: string, since: string): Promise<void> {
  const { time_zone: zone } = await deps.identity.getPerson(context, { user_id: userId })
  const answers = await deps.db.readOne(context, (query) =>
    query
      .selectFrom('reactions')
      .select('at')
      .where('user_id', '=', userId)
      .where('reaction', 'not in', ['displayed', 'expired'])
      .where('at', '>=', since)
      .execute(),
  )
  const moments = answers.map(({ at }) => at)
  const now = Temporal.Instant.fromEpochMilliseconds(deps.clock.now())
  const { hour } = now.toZonedDateTimeISO(zone)
  const wanted = reminderHour(moments, zone)
  const today = localDay(now.toString(), zone)
  const isTime = hour >= wanted && hour < wanted + windowHours
  if (!isTime || moments.some((moment) => localDay(moment, zone) === today)) return
  await deps.notifications.sendPush(context, {
    user_id: userId,
    app: 'oo',
    kind: 'daily_tip',
    url: '/oo/',
    dedupe_key: `daily-tip:${today}`,
    ttl: usefulSeconds,
  })
}
