import { invoicePageOf, checkoutPageOf, portalPageOf } from './pages/addresses.ts'
import type { AccountSettings, Memory, StripeParts } from './parts.ts'
import { captureStore, restoreStore, type StoredObjects } from './store.ts'
import { defaultEndpoint } from './switches.ts'
import type { WebhookState } from './webhooks.ts'

/** To be raised when what is kept changes its shape. */
export const stateVersion = 1

export interface StripeSettings extends AccountSettings {
  readonly webhookUrl: string
  readonly webhookSecret: string
}

/** Everything that has to be the same after a restart. What is set to go wrong next is not part of it. */
export interface StripeState {
  readonly settings: StripeSettings
  readonly account: AccountSettings
  readonly ahead: number
  readonly objects: StoredObjects
  readonly memory: Memory
  readonly webhooks: WebhookState
}

export function captureState(parts: StripeParts, settings: StripeSettings): StripeState {
  return {
    settings,
    account: parts.account,
    ahead: parts.clock.ahead,
    objects: captureStore(parts.store),
    memory: parts.memory,
    webhooks: parts.webhooks.capture(),
  }
}

export function restoreState(parts: StripeParts, settings: StripeSettings, kept: StripeState): void {
  parts.clock.ahead = kept.ahead
  restoreStore(parts.store, kept.objects)
  restoreMemory(parts.memory, kept.memory)
  rebase(parts)
  const endpoint = parts.store.endpoints.get(defaultEndpoint)
  // What was switched while it ran holds until the settings themselves are others.
  if (endpoint !== undefined && settings.webhookUrl !== kept.settings.webhookUrl) {
    endpoint.url = settings.webhookUrl
  }
  const { afterRetries } = settings.afterRetries === kept.settings.afterRetries ? kept.account : settings
  parts.account.afterRetries = afterRetries
  parts.webhooks.restore(kept.webhooks)
  if (settings.webhookSecret !== kept.settings.webhookSecret) {
    parts.webhooks.setSecrets(defaultEndpoint, [settings.webhookSecret])
  }
}

export function createMemory(): Memory {
  return {
    cards: new Map(),
    pending: new Map(),
    plans: new Map(),
    warned: new Set(),
    answers: new Map(),
    granted: new Map(),
  }
}

export function clearMemory(memory: Memory): void {
  for (const part of Object.values(memory) as (Map<string, unknown> | Set<string>)[]) part.clear()
}

function restoreMemory({ warned, ...maps }: Memory, kept: Memory): void {
  for (const id of kept.warned) warned.add(id)
  for (const [name, map] of Object.entries(maps) as [keyof typeof maps, Map<string, unknown>][]) {
    for (const [id, value] of kept[name]) map.set(id, value)
  }
}

/** Pages are where the sandbox is now. */
function rebase({ url, store }: StripeParts): void {
  for (const session of store.sessions.list()) {
    if (session.url !== null) session.url = checkoutPageOf(url, session.id)
  }
  for (const invoice of store.invoices.list()) {
    if (invoice.hosted_invoice_url !== null) invoice.hosted_invoice_url = invoicePageOf(url, invoice.id)
  }
  for (const portal of store.portals.list()) portal.url = portalPageOf(url, portal.id)
}
