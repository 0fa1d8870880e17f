import { z } from 'zod'
import { loopbackUrl } from '../kit/loopback-url.ts'
import { createMovableClock } from '../kit/movable-clock.ts'
import { defineProvider, type SandboxContext } from '../kit/provider.ts'
import { createStateFile } from '../kit/state-file.ts'
import { createIdempotency } from './api/idempotency.ts'
import { apiRoutes } from './api/routes.ts'
import { mountApi } from './api/scope.ts'
import { createCards } from './billing/cards.ts'
import { nextDue } from './billing/due.ts'
import { createEntitlements } from './billing/entitlements.ts'
import { createTicker } from './billing/ticker.ts'
import { createEvents } from './events.ts'
import { createStripeFaults } from './faults.ts'
import { afterRetries, nowOf, type StripeParts } from './parts.ts'
import { mountPages } from './pages/routes.ts'
import {
  captureState,
  clearMemory,
  createMemory,
  restoreState,
  stateVersion,
  type StripeSettings,
  type StripeState,
} from './state.ts'
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
  async create(context, settings) {
    const parts = createParts(context, settings)
    const { store, webhooks, faults, state, ticker } = parts
    start(parts, settings)
    if (state.load()) ticker.plan()
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
      reset: () => reset(parts, settings),
      save: state.save,
      async close() {
        state.close()
        stop(parts)
        await webhooks.settled()
      },
    }
  },
})

function start(parts: StripeParts, { webhookUrl, webhookSecret }: StripeSettings): void {
  setDefaultEndpoint(parts, webhookUrl, [webhookSecret])
}

function stop({ clock, webhooks, ticker }: StripeParts): void {
  clock.reset()
  webhooks.reset()
  ticker.reset()
}

function reset(parts: StripeParts, settings: StripeSettings): void {
  stop(parts)
  clearStore(parts.store)
  clearMemory(parts.memory)
  parts.account.afterRetries = settings.afterRetries
  start(parts, settings)
}

function createParts(
  { url, clock: machineClock, dataDir }: SandboxContext,
  settings: StripeSettings,
): StripeParts {
  const clock = createMovableClock(machineClock)
  const faults = createStripeFaults(clock)
  const store = createStore()
  const memory = createMemory()
  const state = createStateFile(
    { dataDir, name: 'stripe' },
    {
      version: stateVersion,
      capture: () => captureState(parts, settings),
      restore: (kept: StripeState) => restoreState(parts, settings, kept),
      reset: () => reset(parts, settings),
    },
  )
  const webhooks = createWebhooks({ store, clock, machineClock, faults, onAttempt: state.saveSoon })
  const entitlements = createEntitlements(memory.granted)
  const parts: StripeParts = {
    url,
    clock,
    machineClock,
    store,
    webhooks,
    faults,
    memory,
    state,
    account: { afterRetries: settings.afterRetries },
    events: createEvents(store, () => nowOf({ clock }), webhooks.deliver),
    cards: createCards(memory.cards),
    pending: memory.pending,
    plans: memory.plans,
    warned: memory.warned,
    idempotency: createIdempotency(clock, memory.answers),
    ticker: createTicker({
      clock,
      webhooks,
      next: () => nextDue(parts),
      afterwards: () => entitlements.refresh(parts),
      save: state.save,
    }),
    entitlements,
  }
  return parts
}
