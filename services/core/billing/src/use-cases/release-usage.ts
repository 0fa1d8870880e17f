import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

/** Gives back a reservation; what was settled stays used. */
export const releaseUsage =
  (deps: Pick<Deps, 'db'>): HandlerOf<typeof billingContract, 'releaseUsage'> =>
  async (context, input) => {
    await deps.db.write(actingFor(context, input.user_id), ({ query }) =>
      query
        .deleteFrom('usage')
        .where('id', '=', input.usage_id)
        .where('reserved_until', 'is not', null)
        .execute(),
    )
  }
