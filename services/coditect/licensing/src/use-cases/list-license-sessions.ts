import { failure, type HandlerOf, isoTime, toPage } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import type { Deps } from '../deps.ts'
import type { FindLicense } from '../find-license.ts'
import { sessionView } from '../session-view.ts'
import { listSessions, sessionsPerDay, totalsOf } from '../store/session-history.ts'

const monthMs = 30 * 24 * 3_600_000

export const listLicenseSessions =
  (
    { db, clock }: Pick<Deps, 'db' | 'clock'>,
    findLicense: FindLicense,
  ): HandlerOf<typeof licensingContract, 'listLicenseSessions'> =>
  async (context, { license_key: reference, state, cursor, limit }) => {
    const { license } = await findLicense(context, { reference, scope: 'licensing:read' })
    // A key does not open another organisation's history.
    if (license.organization_id !== context.tenant?.organizationId) throw failure(errors.license_not_found)
    const now = isoTime(clock)
    return db.read(context, async (query) => {
      const rows = await listSessions(query, { licenseId: license.id, state, now, cursor, limit })
      const totals = await totalsOf(query, license.id, now)
      const since = new Date(clock.now() - monthMs).toISOString()
      const page = toPage(rows, limit)
      return {
        items: page.items.map((row) => sessionView(row, clock.now())),
        next_cursor: page.next_cursor,
        statistics: { ...totals, per_day: await sessionsPerDay(query, license.id, since) },
      }
    })
  }
