import { createHmac } from 'node:crypto'

/** How a webhook finds its person: the provider's own id for them is kept nowhere in clear. */
export const accountHash = (secret: string, provider: string, account: string): Uint8Array =>
  createHmac('sha256', Buffer.from(secret, 'base64')).update(`${provider}\n${account}`).digest()
