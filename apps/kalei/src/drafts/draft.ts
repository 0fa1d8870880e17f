import type { Trouble } from '../api/trouble.ts'
import type { Crisis } from '../api/wire.ts'

/** Something the person wrote that the server has not confirmed yet. Lives on the device until it has. */
export interface Draft {
  /** Also the Idempotency-Key: the server counts it once however often it arrives. */
  clientId: string
  kind: 'mirror' | 'turn'
  /** Mirror: the session's id, or `new-…` for a page that does not exist on the server yet. */
  page?: string
  text: string
  writtenAt: string
  /** When it was first sent; the answer may have been lost on the way back. */
  attemptedAt?: string
  /** Set when the server refused it and the person must decide. */
  held?: Trouble
  /** Help that came in place of keeping the words. */
  help?: Crisis
}

const newPrefix = 'new-'

/** The id of a page that exists on this device only. */
export function newPageId(clientId: string): string {
  return newPrefix + clientId
}

/** The client id inside a device-only page id, else undefined. */
export function clientIdOfNewPage(page: string): string | undefined {
  return page.startsWith(newPrefix) ? page.slice(newPrefix.length) : undefined
}
