import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Category, categories } from '../contract/templates.ts'

export interface Unsubscription {
  readonly userId: string
  readonly category: Category
}

const macOf = (secret: string, payload: string): Buffer =>
  createHmac('sha256', secret).update(`triptych/unsubscribe/1/${payload}`).digest()

/** A link that turns off one kind of mail of one person; it needs no sign-in and never expires. */
export function unsubscribeToken(secret: string, { userId, category }: Unsubscription): string {
  const payload = Buffer.from(`${userId}:${category}`).toString('base64url')
  return `${payload}.${macOf(secret, payload).toString('base64url')}`
}

export function readUnsubscribeToken(secret: string, token: string): Unsubscription | undefined {
  const [payload = '', mac = '', ...rest] = token.split('.')
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(secret, payload).toString('base64url'))]
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return undefined
  const [userId = '', named = ''] = Buffer.from(payload, 'base64url').toString('utf8').split(':')
  const category = categories.find((known) => known === named)
  return category === undefined ? undefined : { userId, category }
}
