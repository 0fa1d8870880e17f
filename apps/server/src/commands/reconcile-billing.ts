import { billingContract } from '@triptych/billing'
import { isAppError } from '@triptych/kernel'
import { withProduct } from './with-product.ts'

const longestMs = 30 * 60_000

/** Reads at Stripe what never came; ends with 1 when something could not be taken in. With the embedded database, stop the server first. */
export async function reconcileBilling(): Promise<void> {
  await withProduct(longestMs, async ({ clientOf, context }) => {
    try {
      const report = await clientOf(billingContract, 'edge').reconcile(context, {})
      const { events_found: found, events_failed: failed, subscriptions_read: read } = report
      process.stdout.write(`${found} events that never came, ${read} subscriptions read again.\n`)
      if (failed === 0) return
      process.stdout.write(`${failed} events could not be taken in: see /api/v1/admin/webhook-events.\n`)
      process.exitCode = 1
    } catch (error) {
      if (!isAppError(error)) throw error
      process.stderr.write(`${error.title}\n`)
      process.exitCode = 1
    }
  })
}
