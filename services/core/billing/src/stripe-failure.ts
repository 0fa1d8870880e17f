import { failure, type FailureDetails } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { type StripePort, StripeUnavailable } from './ports/stripe.ts'

/** Stripe, or the error that says that there is none here. */
export function stripeOf({ stripe }: Pick<Deps, 'stripe'>): StripePort {
  if (stripe === undefined) throw failure(errors.not_configured)
  return stripe
}

/** What Stripe did not answer becomes an error that a caller may try again on. */
export async function atStripe<T>(ask: Promise<T>): Promise<T> {
  try {
    return await ask
  } catch (cause) {
    const details: FailureDetails = { cause, retryAfterMs: 5_000 }
    throw cause instanceof StripeUnavailable ? failure(errors.stripe_unavailable, details) : cause
  }
}
