/** One thing that the provider of a tip was told or is to be told. One at a time is `waiting` or `sending`. */
export interface Delivery {
  readonly id: string
  readonly action: 'complete' | 'reopen'
  readonly state: 'waiting' | 'sending' | 'delivered' | 'cancelled' | 'gone' | 'failed'
  /** What the provider's task was by then; null until it is delivered. */
  readonly was_recurring: boolean | null
}

export type NextStep =
  /** Nothing needs to be told; or it is to be looked at again when what is on its way has arrived. */
  | { readonly step: 'nothing' }
  /** This one had no effect and is not wanted any more; then look again. */
  | { readonly step: 'cancel'; readonly id: string }
  | { readonly step: 'tell'; readonly action: Delivery['action'] }
  /** A recurring task that was completed stands at its next date; being completed, it soon will. */
  | { readonly step: 'too_late'; readonly isOnItsWay: boolean }

/**
 * What brings a provider in line with what the person wants, given what it was told so far, in order. Looked at after
 * each answer of the person and after each delivery, so nothing needs to be decided while the outcome is not known.
 */
export function nextDelivery(
  sofar: readonly Delivery[],
  { isDone, isRecurring }: { readonly isDone: boolean; readonly isRecurring: boolean },
): NextStep {
  const last = sofar.findLast(({ state }) => state !== 'cancelled')
  const wanted = isDone ? 'complete' : 'reopen'
  if (last === undefined) return isDone ? { step: 'tell', action: wanted } : { step: 'nothing' }
  // Told, being told, or told in vain: that is not tried again by itself.
  if (last.action === wanted) return { step: 'nothing' }
  if (last.state === 'waiting' || last.state === 'failed') return { step: 'cancel', id: last.id }
  if (last.state === 'gone') return { step: 'nothing' }
  const isTooLate = !isDone && (last.was_recurring ?? isRecurring)
  if (last.state === 'sending')
    return isTooLate ? { step: 'too_late', isOnItsWay: true } : { step: 'nothing' }
  return isTooLate ? { step: 'too_late', isOnItsWay: false } : { step: 'tell', action: wanted }
}
