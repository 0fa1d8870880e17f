import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const exportPersonalData =
  (deps: Pick<Deps, 'db'>): HandlerOf<typeof billingContract, 'exportPersonalData'> =>
  (context, input) =>
    deps.db.read(actingFor(context, input.user_id), async (query) => ({
      sections: [
        {
          name: 'plan_history',
          items: await query
            .selectFrom('billing_facts')
            .select(['id', 'source', 'kind', 'plan', 'expires_at', 'recorded_at'])
            .orderBy('recorded_at')
            .execute(),
        },
        {
          name: 'usage',
          items: await query
            .selectFrom('usage')
            .select(['id', 'meter', 'used_at'])
            .where('reserved_until', 'is', null)
            .orderBy('used_at')
            .execute(),
        },
        {
          name: 'usage_clocks',
          items: await query
            .selectFrom('usage_clocks')
            .select(['meter', 'time_zone', 'window_ends_at', 'moved_at'])
            .orderBy('meter')
            .execute(),
        },
      ],
    }))
