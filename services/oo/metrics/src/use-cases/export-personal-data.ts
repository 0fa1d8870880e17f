import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { metricsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const exportPersonalData =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof metricsContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const items = await db.readOne(actingFor(context, userId), (query) =>
      query
        .selectFrom('facts')
        .select(['kind', 'tip_id', 'reaction', 'at', 'local_day', 'dwell_ms'])
        .where('user_id', '=', userId)
        .orderBy('at')
        .execute(),
    )
    return { sections: [{ name: 'facts', items }] }
  }
