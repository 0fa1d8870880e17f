import { consumer, defineConsumers, erasure } from '@triptych/bus'
import { identityEvents } from '@triptych/identity/contract'
import type { Deps } from './deps.ts'
import { billingJobs } from './jobs.ts'
import type { BillingTables } from './store/tables.ts'

export const consumersOf = ({
  clock,
  entitlements,
  jobs,
  stripe,
}: Pick<Deps, 'clock' | 'entitlements' | 'jobs' | 'stripe'>) =>
  defineConsumers<BillingTables>({
    make_customer: consumer({
      event: identityEvents.organizationCreated,
      async handle(_context, { organizationId }, _meta, transaction) {
        // Where payments are not set up nobody is a customer.
        if (stripe === undefined) return
        const about = { organizationId, singletonKey: organizationId }
        const input = { organization_id: organizationId }
        await jobs.send(billingJobs.createCustomer, input, { transaction, ...about })
      },
    }),
    close_customer: consumer({
      event: identityEvents.organizationClosed,
      async handle(_context, { organizationId }, _meta, transaction) {
        if (stripe === undefined) return
        const about = { organizationId, singletonKey: organizationId }
        const input = { organization_id: organizationId }
        await jobs.send(billingJobs.closeCustomer, input, { transaction, ...about })
      },
    }),
    erase_person: erasure({
      clock,
      tables: ['usage', 'usage_clocks', 'entitlement_snapshots', 'billing_facts'],
      async also(_transaction, { userId }) {
        await entitlements.changed(userId)
        return {}
      },
    }),
  })
