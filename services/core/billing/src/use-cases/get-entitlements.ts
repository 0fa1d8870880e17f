import { type HandlerOf, userIdOf } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import type { Meter } from '../domain/plan.ts'
import { runningWindow } from '../domain/usage-clock.ts'
import { countUsage } from '../store/usage.ts'
import { findUsageClock } from '../store/usage-clocks.ts'

const iso = (at: number): string => new Date(at).toISOString()

export const getEntitlements =
  (deps: Deps): HandlerOf<typeof billingContract, 'getEntitlements'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    const { time_zone: timeZone } = await deps.identity.getPerson(context, { user_id: userId })
    const { plan, source, expiresAt, limits } = await deps.entitlements.of(context, userId)
    const now = deps.clock.now()
    const usage = await deps.db.read(context, async (query) => {
      const usageOf = async (meter: Meter) => {
        const kept = await findUsageClock(query, userId, meter)
        const { window } = runningWindow(meter, kept, { timeZone, now })
        const used = await countUsage(query, userId, meter, { window, now })
        return { used, limit: limits[meter], resets_at: iso(window.endsAt) }
      }
      return {
        turns_per_day: await usageOf('turns_per_day'),
        mirror_sessions_per_week: await usageOf('mirror_sessions_per_week'),
      }
    })
    return {
      plan,
      source,
      expires_at: expiresAt === null ? null : iso(expiresAt),
      limits: {
        turns_per_day: limits.turns_per_day,
        mirror_sessions_per_week: limits.mirror_sessions_per_week,
        reframes_per_session: limits.reframes_per_session,
        spectrum: limits.spectrum,
      },
      usage,
    }
  }
