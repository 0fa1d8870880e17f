import { actingFor, type HandlerOf } from '@triptych/kernel'
import { syncKey } from '../begin-connection.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { integrationsJobs } from '../jobs.ts'
import { listConnections } from '../store/connections.ts'
import { listOpen } from '../store/tasks.ts'
import { siblingsOf, toOutlines } from '../task-view.ts'

const freshMs = 5 * 60_000

/** Answers with what is known, at once; what is older than five minutes is read again behind the answer. */
export const listOpenTasks =
  (deps: Deps): HandlerOf<typeof integrationsContract, 'listOpenTasks'> =>
  async (outer, { user_id: userId, limit }) => {
    const context = actingFor(outer, userId)
    const { rows, siblings, connections } = await deps.db.read(context, async (query) => ({
      connections: (await listConnections(query, userId)).filter(({ status }) => status === 'connected'),
      rows: await listOpen(query, userId, limit),
      siblings: await siblingsOf(query, userId),
    }))
    const oldest = deps.clock.now() - freshMs
    const stale = connections.filter(({ last_sync_at: at }) => at === null || Date.parse(at) < oldest)
    for (const { provider } of stale) {
      const key = { singletonKey: syncKey({ userId, provider }) }
      await deps.jobs.send(integrationsJobs.sync, { provider }, { userId, ...key })
    }
    return { items: toOutlines(rows, siblings), is_fresh: stale.length === 0 }
  }
