import type { Plan, Subscription } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { counted, price } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'

type Standing = Pick<Subscription, 'status' | 'current_period_ends_at' | 'grace_ends_at' | 'cancel_at'>

export const isOwed = ({ status }: Pick<Subscription, 'status'>): boolean =>
  status === 'past_due' || status === 'suspended'

/** As the sentence beside it says it. */
export const statusInWords = ({ status }: Pick<Subscription, 'status'>): string =>
  status === 'trialing' ? 'On trial' : words(status)

/** What is paid until when, and what happens next. */
export function prospect(subscription: Standing): string {
  const { status, current_period_ends_at: until, grace_ends_at: grace, cancel_at: cancel } = subscription
  const isCancelled = cancel !== null
  if (status === 'suspended')
    return `A payment is missing. Pay it and every seat works again at once.${isCancelled ? ends(cancel) : ''}`
  if (status === 'past_due' && grace !== null)
    return `A payment failed. Everything works until ${onDay(grace)}; pay before then and nothing changes.${isCancelled ? ends(cancel) : ''}`
  if (isCancelled) return `Cancelled: it works until ${onDay(cancel)} and is not renewed.`
  if (until === null) return 'Waiting for the first payment.'
  return status === 'trialing'
    ? `On trial until ${onDay(until)}.`
    : `Paid until ${onDay(until)}, then renewed.`
}

const ends = (cancel: string): string => ` Cancelled: it ends on ${onDay(cancel)} and is not renewed.`

/** What cancelling at the end of the period comes to. */
export function afterCancelling({
  status,
  current_period_ends_at: until,
  grace_ends_at: grace,
}: Standing): string {
  if (status === 'suspended')
    return 'No seat works now, as a payment is missing, and cancelling does not change that. It ends with the present period and is not renewed.'
  if (status === 'past_due' && grace !== null)
    return `Every seat works until ${onDay(grace)}, and longer only if the open invoice is paid. It ends with the present period and is not renewed.`
  if (until === null) return 'It ends at once.'
  return status === 'trialing'
    ? `Every seat works until ${onDay(until)}. Nothing is charged.`
    : `Every seat works until ${onDay(until)}. Nothing is charged after that.`
}

interface Change {
  readonly current: Pick<Subscription, 'status' | 'plan'>
  readonly to: Plan
  /** What the present plan costs, where that is known. */
  readonly from: Plan | undefined
}

/** What a change of plan costs and takes away, a sentence each. */
export function afterChanging({ current, to, from }: Change): string[] {
  const cost = `${to.name} is ${price(to.price_cents, to.currency)} a ${to.interval}, with ${counted(to.max_concurrent_seats, 'seat')} at the same time.`
  const sentences = [cost, charge(current.status, to, from)]
  const { max_concurrent_seats: now } = current.plan
  if (to.max_concurrent_seats < now)
    sentences.push(
      `That is fewer than the ${now} of now: where more are in use, the newest seats beyond ${to.max_concurrent_seats} end.`,
    )
  return sentences
}

function charge(status: Subscription['status'], to: Plan, from: Plan | undefined): string {
  if (status === 'trialing') return 'Nothing is charged before the trial ends.'
  const more = 'The difference is charged at once, in proportion to the days that are left.'
  const less = 'What was paid too much is taken off the next invoice.'
  if (from === undefined) return `${more} Where it costs less than now, it is taken off the next invoice.`
  return to.price_cents > from.price_cents ? more : less
}
