import { createHmac, timingSafeEqual } from 'node:crypto'

import { AppError, type Clock } from '@triptych/kernel'

import { storageErrors } from './errors.ts'
import { requireKey } from './key.ts'

export interface DownloadLinks {
  /** A token for one key, for the server's own download route; the object itself has no public address. */
  sign(key: string, ttlMs: number): string
  /** The key. Fails with `storage.link_invalid`, or `storage.link_expired` when it was good once. */
  verify(token: string): string
}

/** `secret` is at least 32 bytes; another secret ends all links. The key can be read in the token. */
export function createDownloadLinks({ secret, clock }: { secret: string; clock: Clock }): DownloadLinks {
  if (Buffer.byteLength(secret) < 32)
    throw new RangeError('the secret of download links must be at least 32 bytes')
  const macOf = (payload: string) =>
    createHmac('sha256', secret).update(`triptych/download/1/${payload}`).digest()

  return {
    sign(key, ttlMs) {
      requireKey(key)
      const payload = Buffer.from(`${clock.now() + ttlMs}:${key}`).toString('base64url')
      return `${payload}.${macOf(payload).toString('base64url')}`
    },
    verify(token) {
      const [payload = '', mac = '', ...rest] = token.split('.')
      const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(payload).toString('base64url'))]
      const isGenuine =
        rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
      if (!isGenuine) throw new AppError(storageErrors.link_invalid)
      const text = Buffer.from(payload, 'base64url').toString('utf8')
      const colon = text.indexOf(':')
      if (Number(text.slice(0, colon)) <= clock.now()) throw new AppError(storageErrors.link_expired)
      return text.slice(colon + 1)
    },
  }
}
