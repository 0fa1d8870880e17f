import type { HandlerOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { upgradeFrom } from '../domain/plan.ts'

const including = {
  spectrum_weekly: new Set(['weekly', 'weekly_monthly']),
  spectrum_monthly: new Set(['weekly_monthly']),
}

export const requireEntitlement =
  (deps: Pick<Deps, 'entitlements'>): HandlerOf<typeof billingContract, 'requireEntitlement'> =>
  async (context, input, fail) => {
    const { plan, limits } = await deps.entitlements.of(context, input.user_id)
    const includes = including[input.feature]
    if (includes.has(limits.spectrum)) return { plan }
    const plans = await deps.entitlements.plans(context)
    const upgrade = upgradeFrom(plans, limits, (better) => includes.has(better.spectrum))
    throw fail('billing.not_included', { data: { upgrade_to: upgrade } })
  }
