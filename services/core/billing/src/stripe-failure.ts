import { type ErrorDefinition, failure } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { type StripePort, StripeRefused, StripeUnavailable } from './ports/stripe.ts'

/** Stripe, or the error that says that there is none here. */
export function stripeOf({ stripe }: Pick<Deps, 'stripe'>): StripePort {
  if (stripe === undefined) throw failure(errors.not_configured)
  return stripe
}

/**
 * What Stripe did not answer becomes an error that a caller may try again on, what it refused one that a caller understands;
 * `refusals` say which, by Stripe's code.
 */
export async function atStripe<T>(
  ask: Promise<T>,
  refusals: Readonly<Record<string, ErrorDefinition>> = {},
): Promise<T> {
  try {
    return await ask
  } catch (cause) {
    if (cause instanceof StripeUnavailable)
      throw failure(errors.stripe_unavailable, { cause, retryAfterMs: 5_000 })
    if (cause instanceof StripeRefused)
      throw failure(refusals[cause.code] ?? errors.stripe_refused, { cause })
    throw cause
  }
}
