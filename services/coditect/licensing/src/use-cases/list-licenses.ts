import { type HandlerOf, isoTime, toPage } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { viewLicenses } from '../license-view.ts'
import { listLicensesOf } from '../store/licenses.ts'
import { usageOf } from '../store/session-history.ts'

const monthMs = 30 * 24 * 3_600_000

export const listLicenses =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof licensingContract, 'listLicenses'> =>
  (context, input) =>
    db.read(context, async (query) => {
      const now = isoTime(clock)
      const rows = await listLicensesOf(query, {
        status: input.status,
        tier: input.tier,
        expiresBefore: input.expires_before,
        expiresAfter: input.expires_after,
        subscriptionId: input.subscription_id,
        now,
        cursor: input.cursor,
        limit: input.limit,
      })
      const page = toPage(rows, input.limit)
      const usage = await usageOf(query, now, new Date(clock.now() - monthMs).toISOString())
      return {
        items: await viewLicenses(query, clock, page.items),
        next_cursor: page.next_cursor,
        usage: { ...usage, utilization: usage.seats === 0 ? 0 : usage.seats_used / usage.seats },
      }
    })
