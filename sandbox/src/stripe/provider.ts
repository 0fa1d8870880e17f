import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { loopbackUrl } from '../kit/loopback-url.ts'
import { createMovableClock } from '../kit/movable-clock.ts'
import { defineProvider } from '../kit/provider.ts'
import { createIdempotency } from './api/idempotency.ts'
import { apiRoutes } from './api/routes.ts'
import { mountApi } from './api/scope.ts'
import { createCards } from './billing/cards.ts'
import { nextDue } from './billing/due.ts'
import { createEntitlements } from './billing/entitlements.ts'
import { createTicker } from './billing/ticker.ts'
import { createEvents } from './events.ts'
import { createStripeFaults } from './faults.ts'
import { afterRetries, nowOf, type AccountSettings, type StripeParts } from './parts.ts'
import { mountPages } from './pages/routes.ts'
import { clearStore, createStore } from './store.ts'
import { mountSwitches, setDefaultEndpoint } from './switches.ts'
import { createWebhooks } from './webhooks.ts'

const productPaths = { webhookUrl: '/api/v1/webhooks/stripe' }

export const stripe = defineProvider({
  title: 'Stripe',
  summary: 'Billing on a clock that can be moved: checkout, subscriptions, invoices, dunning and webhooks.',
  settings: z.object({
    webhookUrl: loopbackUrl.default(`http://localhost:3000${productPaths.webhookUrl}`),
    webhookSecret: z.string().min(1).default('whsec_sandbox'),
    afterRetries: z.enum(afterRetries).default('cancel'),
  }),
  productPaths,
  environment: {
    SANDBOX_STRIPE_WEBHOOK_URL: 'webhookUrl',
    STRIPE_WEBHOOK_SECRET: 'webhookSecret',
    SANDBOX_STRIPE_AFTER_RETRIES: 'afterRetries',
  },
  async create({ url, clock: machineClock }, settings) {
    const parts = createParts(url, machineClock, { afterRetries: settings.afterRetries })
    const { clock, store, webhooks, faults } = parts
    const start = (): void => setDefaultEndpoint(parts, settings.webhookUrl, [settings.webhookSecret])
    const stop = (): void => {
      clock.reset()
      webhooks.reset()
      parts.ticker.reset()
    }
    start()
    return {
      faults,
      links: [{ label: 'Subscriptions, invoices and deliveries', href: '/stripe' }],
      routes(scope) {
        mountSwitches(scope, parts)
        mountPages(scope, parts)
      },
      rootRoutes: (scope) => mountApi(scope, parts, apiRoutes(parts)),
      facts: () => [
        { label: 'Customers', value: String(store.customers.list().length) },
        { label: 'Subscribed', value: String(store.subscriptions.list().length) },
        { label: 'Events', value: String(store.events.list().length) },
      ],
      reset() {
        stop()
        clearStore(store)
        parts.cards.reset()
        parts.entitlements.reset()
        parts.idempotency.reset()
        for (const memory of [parts.pending, parts.plans, parts.warned]) memory.clear()
        parts.account.afterRetries = settings.afterRetries
        start()
      },
      async close() {
        stop()
        await webhooks.settled()
      },
    }
  },
})

function createParts(url: string, machineClock: Clock, account: AccountSettings): StripeParts {
  const clock = createMovableClock(machineClock)
  const faults = createStripeFaults(clock)
  const store = createStore()
  const webhooks = createWebhooks({ store, clock, machineClock, faults })
  const entitlements = createEntitlements()
  const parts: StripeParts = {
    url,
    clock,
    machineClock,
    store,
    webhooks,
    faults,
    account,
    events: createEvents(store, () => nowOf({ clock }), webhooks.deliver),
    cards: createCards(),
    pending: new Map(),
    plans: new Map(),
    warned: new Set(),
    idempotency: createIdempotency(clock),
    ticker: createTicker(
      clock,
      webhooks,
      () => nextDue(parts),
      () => entitlements.refresh(parts),
    ),
    entitlements,
  }
  return parts
}
