import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { holderView } from '../session-view.ts'
import { findLicense } from '../store/licenses.ts'
import { activeSessions } from '../store/session-history.ts'

export const getSeats =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof licensingContract, 'getSeats'> =>
  (context, { id }, fail) =>
    db.read(context, async (query) => {
      const license = await findLicense(query, id)
      if (license === undefined) throw fail('licensing.license_not_found')
      const sessions = await activeSessions(query, id, isoTime(clock))
      return {
        status: license.status,
        max_seats: license.max_concurrent_seats,
        seats: sessions.map((row) => ({ ...holderView(row), overlap: row.overlap })),
      }
    })
