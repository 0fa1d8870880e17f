import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { readSubscription } from './domain/stripe-shapes.ts'
import { forOrganization } from './in-organization.ts'
import { findCustomer } from './store/customers.ts'
import { atStripe, stripeOf } from './stripe-failure.ts'
import { takeIn } from './take-in.ts'

type CloseDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'logger' | 'jobs' | 'stripe'>

/**
 * A closed organisation pays nothing more: Stripe ends what runs and forgets name and address. What is kept here are
 * ids, cents and times, as books are.
 */
export const closeCustomer =
  (deps: CloseDeps) =>
  async (outer: Context, { organization_id: organizationId }: { organization_id: string }): Promise<void> => {
    const context = forOrganization(outer, organizationId)
    const customer = await deps.db.readOne(context, (query) => findCustomer(query, organizationId))
    if (customer === undefined) return
    const stripe = stripeOf(deps)
    await atStripe(stripe.deleteCustomer(customer.stripe_id))
    for (const object of await atStripe(stripe.subscriptionsOf(customer.stripe_id))) {
      const { facts } = readSubscription(object, {
        key: `read:${deps.newId()}`,
        happenedAt: deps.clock.now(),
      })
      await deps.db.write(context, (transaction) => takeIn(deps, transaction, organizationId, facts))
    }
  }
