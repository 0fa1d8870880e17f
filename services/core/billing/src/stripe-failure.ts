import { type ErrorDefinition, failure, type FailureDetails } from '@triptych/kernel'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { type StripePort, StripeRefused, StripeUnavailable } from './ports/stripe.ts'

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

/** What Stripe refused as an error that a caller understands, by Stripe's code or for all of them. */
export const refusedAs =
  (byCode: Readonly<Record<string, ErrorDefinition>>, otherwise: ErrorDefinition = errors.stripe_refused) =>
  (cause: unknown): never => {
    if (!(cause instanceof StripeRefused)) throw cause
    throw failure(byCode[cause.code] ?? otherwise, { cause })
  }
