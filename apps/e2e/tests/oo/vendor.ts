import { readFileSync } from 'node:fs'
import { newId, systemClock, systemContext } from '@triptych/kernel'
import { httpLink, serviceTokenSigner } from '@triptych/kernel/server'
import { type CryptoKey, importJWK, type JWK } from 'jose'
import { expect, type Page, type Product } from '../support/test.ts'

/**
 * Browsers without a vendor's push service cannot subscribe: here the sandbox's stands in for it. The page gets a
 * subscription with real keys, whose private half the sandbox holds.
 */
export async function lendPushService(page: Page, product: Product): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin: product.url })
  await page.exposeFunction('subscribeAtVendor', async (key: string) => {
    const answer = await page.request.post(`${product.sandboxUrl}/push/subscriptions`, {
      data: { application_server_key: key },
    })
    return answer.json() as Promise<unknown>
  })
  await page.addInitScript(() => {
    const { subscribeAtVendor } = window as unknown as {
      subscribeAtVendor: (key: string) => Promise<PushSubscriptionJSON>
    }
    let subscription: Partial<PushSubscription> | null = null
    PushManager.prototype.subscribe = async (options) => {
      const json = await subscribeAtVendor(options?.applicationServerKey as string)
      subscription = { endpoint: json.endpoint ?? '', toJSON: () => json, unsubscribe: async () => true }
      return subscription as PushSubscription
    }
    PushManager.prototype.getSubscription = async () => subscription as PushSubscription | null
  })
}

/** Asks for the daily tip as the recommender would, over the port between modules. */
export async function sendDailyTip(product: Product, userId: string): Promise<void> {
  const { private: keys } = JSON.parse(readFileSync(product.internal.keysFile, 'utf8')) as {
    private: { recommender: JWK }
  }
  const key = (await importJWK(keys.recommender, 'EdDSA')) as CryptoKey
  const link = httpLink({
    module: 'notifications',
    baseUrl: product.internal.url,
    signer: serviceTokenSigner((module) => (module === 'recommender' ? key : undefined)),
  })
  const context = systemContext({ clock: systemClock, newId, userId, caller: 'recommender' })
  const sent = await link.call('sendPush', context, {
    user_id: userId,
    app: 'oo',
    kind: 'daily_tip',
    url: '/oo/',
    dedupe_key: `tip:${newId()}`,
    ttl: 3_600,
  })
  expect(sent).toEqual({ queued: true })
}

/** What the push service could decrypt, as soon as something has come. */
export async function receivedPush(page: Page, product: Product): Promise<string> {
  let payload: string | undefined
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${product.sandboxUrl}/push/messages`)
        const { items } = (await answer.json()) as { items: { opened: boolean; payload: string }[] }
        payload = items.find(({ opened }) => opened)?.payload
        return payload
      },
      { message: 'a push', timeout: 30_000 },
    )
    .toBeDefined()
  return payload ?? ''
}

interface Registration {
  readonly registrationId: string
  readonly scopeURL: string
}

/** Hands it to the page's service worker, as the vendor's connection would. */
export async function deliver(page: Page, product: Product, payload: string): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  const known = new Promise<Registration>((resolve) => {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }: Registration) => scopeURL.endsWith('/oo/'))
      if (ours !== undefined) resolve(ours)
    })
  })
  await devTools.send('ServiceWorker.enable')
  const { registrationId } = await known
  await devTools.send('ServiceWorker.deliverPushMessage', {
    origin: product.url,
    registrationId,
    data: payload,
  })
  await devTools.detach()
}

/** What stands on the lock screen. */
export const notifications = (page: Page): Promise<{ title: string; body: string }[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body }) => ({ title, body }))
  })
