import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { identityContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const hasConsent =
  (deps: Deps): HandlerOf<typeof identityContract, 'hasConsent'> =>
  async (context, input) => {
    const found = await deps.db.readOne(actingFor(context, input.user_id), (query) => {
      let inForce = query
        .selectFrom('consents')
        .select(['provider', 'region'])
        .where('user_id', '=', input.user_id)
        .where('purpose', '=', input.purpose)
        .where('withdrawn_at', 'is', null)
        .orderBy('id', 'desc')
      if (input.provider !== undefined) inForce = inForce.where('provider', '=', input.provider)
      if (input.region !== undefined) inForce = inForce.where('region', '=', input.region)
      if (input.connector !== undefined) inForce = inForce.where('connector', '=', input.connector)
      return inForce.executeTakeFirst()
    })
    return { granted: found !== undefined, provider: found?.provider ?? null, region: found?.region ?? null }
  }
