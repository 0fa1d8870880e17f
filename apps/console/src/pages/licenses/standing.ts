import type { License, Seat, Subscription } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { words } from '../../format/words.ts'

/** Why nobody holds a seat. */
export const noSeats: Record<License['status'], string> = {
  active: 'Run your program with the key, and its seat lights up.',
  suspended: 'The licence is suspended, so nobody holds a seat.',
  inactive: 'The licence has ended, so nobody holds a seat.',
}

/** Why a session is over. */
export const whyEnded = (reason: NonNullable<Seat['end_reason']>): string =>
  reason === 'released_by_admin' ? 'Released by an administrator' : words(reason)

type Judged = Pick<License, 'status' | 'grace_period_ends_at' | 'expires_at' | 'is_trial'>

/** What the licence is good for, and whether it goes on after that. */
export function standing(
  { status, grace_period_ends_at: grace, expires_at: until, is_trial: isTrial }: Judged,
  cancelAt: Subscription['cancel_at'],
): string {
  if (status === 'inactive') return 'It ended with its subscription.'
  const end = cancelAt === null ? '' : ` It is cancelled and ends on ${onDay(cancelAt)}.`
  if (status === 'suspended') return `Nobody can take a seat until the subscription is paid.${end}`
  if (grace !== null) return `A payment failed; it works until ${onDay(grace)}.${end}`
  if (until === null) return 'It works without an end.'
  const paid = `${isTrial ? 'On trial' : 'Paid'} until ${onDay(until)}`
  return cancelAt === null ? `${paid}.` : `${paid}; it is cancelled and ends then.`
}
