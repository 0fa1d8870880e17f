import type { Account } from './account.ts'
import type { FaultOptions, Place } from './faults.ts'

/** Whether a fault, narrowed to one account or not, strikes this one. */
export function faultsOf({ owner }: Account): (options: FaultOptions) => boolean {
  return ({ account }) =>
    account === undefined || [owner.key, owner.userId, owner.email].includes(account.toLowerCase())
}

/** Whether a fault is meant for this place; without one it is for sync. */
export function faultsAt(place: Place): (options: FaultOptions) => boolean {
  return ({ at = 'sync' }) => at === place
}
