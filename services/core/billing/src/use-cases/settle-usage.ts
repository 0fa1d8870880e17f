import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const settleUsage =
  (deps: Pick<Deps, 'db'>): HandlerOf<typeof billingContract, 'settleUsage'> =>
  async (context, input) => {
    await deps.db.write(actingFor(context, input.user_id), ({ query }) =>
      query.updateTable('usage').set({ reserved_until: null }).where('id', '=', input.usage_id).execute(),
    )
  }
