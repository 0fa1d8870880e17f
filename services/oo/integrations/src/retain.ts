import { actingFor, type Context, isoTime } from '@triptych/kernel'
import { sql } from 'kysely'
import type { Deps } from './deps.ts'
import { integrationsJobs } from './jobs.ts'
import { listConnections, peopleWithConnections, updateConnection } from './store/connections.ts'

const dayMs = 86_400_000
const pageSize = 200
const deliveriesMs = 7 * dayMs
const commandsMs = 90 * dayMs

/**
 * Lets go of what a person agreed to keep for so long and no longer: tasks that are over, and all of a connection
 * that ended or fell silent.
 */
export const retain =
  (deps: Pick<Deps, 'db' | 'clock' | 'jobs'>) =>
  async (context: Context, { after }: { after: string | null }): Promise<void> => {
    const now = deps.clock.now()
    if (after === null) await dropExpired(deps, context)
    const people = await deps.db.read(context, (query) => peopleWithConnections(query, after, pageSize))
    for (const userId of people) {
      await deps.db.write(actingFor(context, userId), async ({ query }) => {
        for (const connection of await listConnections(query, userId)) {
          const before = new Date(now - connection.retention_days * dayMs).toISOString()
          const { ended_at: end, last_sync_at: read, connected_at: start } = connection
          const isOver = (end ?? read ?? start) <= before
          let doomed = query
            .deleteFrom('tasks')
            .where('user_id', '=', userId)
            .where('provider', '=', connection.provider)
          if (!isOver) {
            doomed = doomed
              .where('seen_at', '<=', before)
              .where((eb) => eb.or([eb('is_checked', '=', true), eb('is_deleted', '=', true)]))
          }
          await doomed.execute()
          if (!isOver) continue
          await query
            .deleteFrom('projects')
            .where('user_id', '=', userId)
            .where('provider', '=', connection.provider)
            .execute()
          // Should it speak again, everything is read anew.
          await updateConnection(query, { userId, provider: connection.provider }, { meta: {} })
        }
        const oldest = new Date(now - commandsMs).toISOString()
        await query
          .deleteFrom('commands')
          .where('user_id', '=', userId)
          .where('created_at', '<=', oldest)
          .execute()
      })
    }
    const last = people.at(-1)
    if (people.length === pageSize && last !== undefined) {
      await deps.jobs.send(integrationsJobs.retain, { after: last })
    }
  }

async function dropExpired({ db, clock }: Pick<Deps, 'db' | 'clock'>, context: Context): Promise<void> {
  const oldest = new Date(clock.now() - deliveriesMs).toISOString()
  await db.write(context, async ({ query }) => {
    await sql`select drop_expired_attempts(${isoTime(clock)})`.execute(query)
    await query.deleteFrom('webhook_deliveries').where('received_at', '<=', oldest).execute()
    // Should its own job have been lost, the last secret goes here.
    await query
      .updateTable('revocations')
      .set({ state: 'given_up', sealed: null, settled_at: isoTime(clock) })
      .where('state', '=', 'pending')
      .where('ends_at', '<=', isoTime(clock))
      .execute()
  })
}
