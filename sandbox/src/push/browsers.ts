import { createECDH, randomBytes } from 'node:crypto'
import type { BrowserKeys } from './decrypt.ts'

/** A browser that let itself be reached; the sandbox holds what only the browser would. */
export interface Browser {
  readonly id: string
  readonly endpoint: string
  readonly keys: BrowserKeys
  /** `PushSubscription.toJSON()`, as a page would send it to its server. */
  readonly subscription: {
    readonly endpoint: string
    readonly expirationTime: null
    readonly keys: { readonly p256dh: string; readonly auth: string }
  }
  /** The VAPID key it subscribed with; pushes signed with another are refused. Undefined takes any. */
  readonly serverKey: string | undefined
  isGone: boolean
}

export interface Browsers {
  subscribe(serverKey: string | undefined): Browser
  find(id: string): Browser | undefined
  list(): Browser[]
  clear(): void
}

export function createBrowsers(baseUrl: string): Browsers {
  const known = new Map<string, Browser>()
  return {
    subscribe(serverKey) {
      // Unguessable, as the address is all that a sender needs to know.
      const id = randomBytes(24).toString('base64url')
      const pair = createECDH('prime256v1')
      const p256dh = pair.generateKeys('base64url')
      const keys = { privateKey: pair.getPrivateKey(), auth: randomBytes(16) }
      const endpoint = `${baseUrl}/send/${id}`
      const shown = { p256dh, auth: keys.auth.toString('base64url') }
      const subscription = { endpoint, expirationTime: null, keys: shown }
      const browser: Browser = { id, endpoint, keys, subscription, serverKey, isGone: false }
      known.set(id, browser)
      return browser
    },
    find: (id) => known.get(id),
    list: () => [...known.values()].toReversed(),
    clear: () => known.clear(),
  }
}
