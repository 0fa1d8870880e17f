import { identityContract } from '@triptych/identity/contract'
import { notificationsContract } from '@triptych/notifications/contract'
import { defineModule } from '@triptych/runtime'
import { closeCustomer } from './close-customer.ts'
import { billingConfig } from './config.ts'
import { consumersOf } from './consumers.ts'
import { billingContract } from './contract/contract.ts'
import type { Deps } from './deps.ts'
import { ensureCustomer } from './ensure-customer.ts'
import { createEntitlements, entitlementsCache } from './entitlements.ts'
import { handlersOf } from './handlers.ts'
import { responders } from './http/responders.ts'
import { webhookRoutes } from './http/webhook-routes.ts'
import { billingJobs } from './jobs.ts'
import { keepTime } from './keep-time.ts'
import { createStripe, webhookSecretsOf } from './ports/stripe.ts'
import { readAgain, reconcileAll } from './reconcile.ts'
import { sendNotices } from './send-notices.ts'
import { countDeadEvents } from './store/stripe-events.ts'
import type { BillingTables } from './store/tables.ts'

export { billingContract } from './contract/contract.ts'

const needs = { identity: identityContract, notifications: notificationsContract }

/** Plans, limits, and what people and organisations pay for. */
export const billingModule = defineModule<
  typeof billingContract,
  typeof needs,
  typeof billingConfig,
  BillingTables
>({
  contract: billingContract,
  needs,
  config: billingConfig,
  migrations: new URL('../migrations/', import.meta.url),
  jobs: billingJobs,
  metricLabels: {
    plan: ['free', 'prism', 'prism_plus'],
    quota: ['turns_per_day', 'mirror_sessions_per_week'],
    cache: [entitlementsCache],
  },

  create({ db, clock, newId, kv, jobs, logger, metrics, ciphers, clients, config, publicUrl, sandboxUrl }) {
    const deps: Deps = {
      db,
      clock,
      newId,
      jobs,
      kv,
      logger,
      metrics,
      ciphers,
      identity: clients.identity,
      notifications: clients.notifications,
      entitlements: createEntitlements({ db, kv, clock, metrics }),
      stripe: createStripe(config, { sandboxUrl }),
      webhookSecrets: webhookSecretsOf(config, { sandboxUrl }),
      returnOrigins: new Set([new URL(publicUrl).origin, ...config.BILLING_RETURN_ORIGINS]),
      publicUrl,
    }
    const { createCustomer, closeCustomer: closeJob, readSubscription, sendNotices: noticesJob } = billingJobs
    const close = closeCustomer(deps)
    const send = sendNotices(deps)
    return {
      handlers: handlersOf(deps),
      consumers: consumersOf(deps),
      deadLetters: { source: 'webhooks', count: (context) => db.read(context, countDeadEvents) },
      jobHandlers: {
        createCustomer: async (context, data) => {
          await ensureCustomer(deps, context, createCustomer.schema.parse(data).organization_id)
        },
        closeCustomer: (context, data) => close(context, closeJob.schema.parse(data)),
        sendNotices: (context, data) => send(context, noticesJob.schema.parse(data)),
        readSubscription: (context, data) => readAgain(deps, context, readSubscription.schema.parse(data)),
        keepTime: keepTime(deps),
        // Where payments are not set up there is nothing to read.
        reconcile: async (context) => {
          if (deps.stripe !== undefined) await reconcileAll(deps, context)
        },
      },
    }
  },

  edge: ({ client, clock, newId }) => ({
    responders,
    routes: webhookRoutes({ client, clock, newId }),
  }),
})
