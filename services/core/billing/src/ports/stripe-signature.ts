import { Stripe } from 'stripe'

const toleranceSeconds = 300
const { signature } = Stripe.webhooks

/** Whether Stripe signed these bytes with one of the secrets, no longer than five minutes ago and not later than now. */
export function isSigned(
  delivery: { readonly body: Buffer; readonly header: string },
  secrets: readonly string[],
  now: number,
): boolean {
  const { body, header } = delivery
  // The SDK looks backwards alone.
  const time = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1] ?? Number.NaN)
  if (!(Math.abs(now / 1_000 - time) <= toleranceSeconds)) return false
  return secrets.some((secret) => {
    try {
      return signature?.verifyHeader(body, header, secret, toleranceSeconds, undefined, now) === true
    } catch {
      return false
    }
  })
}
