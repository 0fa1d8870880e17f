import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { recommenderContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { toRecord } from '../tip-view.ts'

export const exportPersonalData =
  (deps: Pick<Deps, 'db' | 'ciphers'>): HandlerOf<typeof recommenderContract, 'exportPersonalData'> =>
  async (outer, { user_id: userId }) => {
    const context = actingFor(outer, userId)
    const held = await deps.db.read(context, async (query) => {
      const tips = await query
        .selectFrom('tips')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('id')
        .execute()
      return {
        tips,
        deliveries: await deliveriesOf(
          query,
          tips.map(({ id }) => id),
        ),
        reactions: await query
          .selectFrom('reactions')
          .select(['tip_id', 'reaction', 'at', 'snooze_until', 'dwell_ms'])
          .where('user_id', '=', userId)
          .orderBy('at')
          .execute(),
        decisions: await query
          .selectFrom('decisions')
          .select(['tip_id', 'policy', 'policy_version', 'probability', 'decided_at'])
          .where('user_id', '=', userId)
          .orderBy('tip_id')
          .execute(),
        learnt: await query
          .selectFrom('policy_states')
          .select(['policy', 'policy_version', 'state', 'updated_at'])
          .where('user_id', '=', userId)
          .execute(),
      }
    })
    const cipher = held.tips.length === 0 ? undefined : await deps.ciphers.cipherOf(context, userId)
    const tips = cipher === undefined ? [] : held.tips.map((row) => toRecord(cipher, row, held.deliveries))
    return {
      sections: [
        { name: 'tips', items: tips },
        { name: 'reactions', items: held.reactions },
        { name: 'decisions', items: held.decisions },
        { name: 'learnt', items: held.learnt },
      ],
    }
  }
