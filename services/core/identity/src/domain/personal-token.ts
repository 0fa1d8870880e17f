import { randomBytes } from 'node:crypto'

/** Marks our tokens, so that they can be told from access tokens and found by scanners for secrets. */
export const personalTokenMark = 'trip_'
const prefixLength = personalTokenMark.length + 6

export function newPersonalToken(): { readonly token: string; readonly prefix: string } {
  const token = `${personalTokenMark}${randomBytes(32).toString('base64url')}`
  return { token, prefix: token.slice(0, prefixLength) }
}
