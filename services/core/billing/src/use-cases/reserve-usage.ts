import { actingFor, type HandlerOf, isoTime } from '@triptych/kernel'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { allowsMore, upgradeFrom } from '../domain/plan.ts'
import { runningWindow } from '../domain/usage-clock.ts'
import { countUsage, dropEndedReservations, lockUsage } from '../store/usage.ts'
import { findUsageClock, keepUsageClock } from '../store/usage-clocks.ts'

/** Longer than any work that is paid for by it. */
const reservedMs = 10 * 60_000

export const reserveUsage =
  (deps: Deps): HandlerOf<typeof billingContract, 'reserveUsage'> =>
  async (context, input, fail) => {
    const { user_id: userId, meter, usage_id: usageId } = input
    const { time_zone: timeZone } = await deps.identity.getPerson(context, { user_id: userId })
    const { plan, limits } = await deps.entitlements.of(context, userId)
    const limit = limits[meter]
    const now = deps.clock.now()
    const taken = await deps.db.write(actingFor(context, userId), async ({ query }) => {
      await lockUsage(query, userId)
      await dropEndedReservations(query, userId, now)
      const kept = await findUsageClock(query, userId, meter)
      const { window, clock } = runningWindow(meter, kept, { timeZone, now })
      const resets_at = new Date(window.endsAt).toISOString()
      const used = await countUsage(query, userId, meter, { window, now })
      const known = await query.selectFrom('usage').select('id').where('id', '=', usageId).executeTakeFirst()
      if (known !== undefined) return { ok: true, used, resets_at }
      if (limit !== null && used >= limit) return { ok: false, used, resets_at }
      await keepUsageClock(query, userId, meter, clock)
      await query
        .insertInto('usage')
        .values({
          id: usageId,
          user_id: userId,
          meter,
          used_at: isoTime(deps.clock),
          reserved_until: new Date(now + reservedMs).toISOString(),
        })
        .execute()
      return { ok: true, used: used + 1, resets_at }
    })
    if (taken.ok) return { plan, used: taken.used, limit, resets_at: taken.resets_at }
    deps.metrics.count('triptych_quota_denials_total', { quota: meter, plan })
    const upgrade = upgradeFrom(await deps.entitlements.plans(context), limits, (better) =>
      allowsMore(better, meter, limit ?? 0),
    )
    throw fail('billing.limit_reached', {
      detail: limitSentence(meter, limit ?? 0),
      data: { limit: limit ?? 0, used: taken.used, resets_at: taken.resets_at, upgrade_to: upgrade },
    })
  }

const limitSentence = (meter: 'turns_per_day' | 'mirror_sessions_per_week', limit: number): string =>
  meter === 'turns_per_day'
    ? `Your plan includes ${limit} turns a day. What you wrote is still yours to keep.`
    : `Your plan includes ${limit} Mirror sessions a week. You can write on in a session that is open.`
