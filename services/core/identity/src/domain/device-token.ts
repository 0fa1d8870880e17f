import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const mac = (secret: string, userId: string, device: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(`device:${userId}:${device}`).digest()

/** Shows that somebody has signed in to this account on this device before. It signs nobody in. */
export function newDeviceToken(secret: string, userId: string): string {
  const device = randomBytes(12).toString('base64url')
  return `${device}.${mac(secret, userId, device).toString('base64url')}`
}

/** The device, when the token was made for this account. */
export function deviceOf(secret: string, userId: string, token: string | undefined): string | undefined {
  const [device = '', given = ''] = (token ?? '').split('.')
  const expected = mac(secret, userId, device)
  const bytes = Buffer.from(given, 'base64url')
  const isOurs = bytes.length === expected.length && timingSafeEqual(bytes, expected)
  return isOurs ? device : undefined
}
