import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { upgradeFrom } from '../domain/plan.ts'

export const getLimits =
  (deps: Pick<Deps, 'entitlements'>): HandlerOf<typeof billingContract, 'getLimits'> =>
  async (context, input) => {
    const { plan, limits } = await deps.entitlements.of(context, input.user_id)
    const plans = await deps.entitlements.plans(context)
    return {
      plan,
      reframes_per_session: limits.reframes_per_session,
      upgrade_to: upgradeFrom(plans, limits, () => true),
    }
  }
