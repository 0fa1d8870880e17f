import type { Fail } from '@triptych/kernel'
import { statusAt } from './domain/standing.ts'
import type { Found } from './find-license.ts'

type Codes = 'licensing.suspended' | 'licensing.inactive' | 'licensing.member_required'

/** Refuses what a licence's state and rules refuse, whatever seats there are. */
export function admit({ license, member }: Found, now: number, fail: Fail<Codes>): void {
  const status = statusAt(license, now)
  if (status === 'suspended') throw fail('licensing.suspended')
  if (status === 'inactive') throw fail('licensing.inactive')
  if (license.require_member && member === undefined) throw fail('licensing.member_required')
}
