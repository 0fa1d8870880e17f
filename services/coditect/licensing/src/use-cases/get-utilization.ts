import { type HandlerOf, isoTime } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { seatUsage } from '../store/licenses.ts'

export const getUtilization =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof licensingContract, 'getUtilization'> =>
  async (context) => {
    const plans = await db.readOne(context, (query) => seatUsage(query, isoTime(clock)))
    const sum = (of: 'licenses' | 'seats' | 'used') => plans.reduce((total, plan) => total + plan[of], 0)
    const [seats, used] = [sum('seats'), sum('used')]
    return {
      licenses: sum('licenses'),
      seats,
      seats_used: used,
      utilization: seats === 0 ? 0 : used / seats,
    }
  }
