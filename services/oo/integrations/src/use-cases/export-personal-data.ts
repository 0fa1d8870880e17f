import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { surroundingsOf, toDtos } from '../task-view.ts'

export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof integrationsContract, 'exportPersonalData'> =>
  async (outer, { user_id: userId }) => {
    const context = actingFor(outer, userId)
    const { connections, disconnections, tasks, commands, around } = await deps.db.read(
      context,
      async (query) => ({
        connections: await query
          .selectFrom('connections')
          .select(['provider', 'status', 'retention_days', 'connected_at', 'ended_at', 'last_sync_at'])
          .where('user_id', '=', userId)
          .execute(),
        disconnections: await query
          .selectFrom('disconnections')
          .select(['provider', 'requested_at'])
          .where('user_id', '=', userId)
          .execute(),
        tasks: await query
          .selectFrom('tasks')
          .selectAll()
          .where('user_id', '=', userId)
          .orderBy('id')
          .execute(),
        commands: await query
          .selectFrom('commands')
          .select(['provider', 'action', 'outcome', 'created_at'])
          .where('user_id', '=', userId)
          .orderBy('id')
          .execute(),
        around: await surroundingsOf(query, userId),
      }),
    )
    const texts =
      tasks.length === 0 ? [] : toDtos(await deps.ciphers.cipherOf(context, userId), tasks, around)
    return {
      sections: [
        { name: 'connections', items: connections },
        { name: 'disconnections', items: disconnections },
        { name: 'tasks', items: texts },
        { name: 'commands', items: commands },
      ],
    }
  }
