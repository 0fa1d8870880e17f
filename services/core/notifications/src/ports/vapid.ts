import { createECDH } from 'node:crypto'

export interface Vapid {
  /** Both in base64url, as browsers and `web-push` write them. */
  readonly publicKey: string
  readonly privateKey: string
  /** Whom a push service may write to: mailto: or https:. */
  readonly subject: string
}

/** The pair that belongs to a private key, so that the two can never differ. */
export function vapidOf(config: {
  readonly VAPID_PRIVATE_KEY: string
  readonly VAPID_SUBJECT?: string | undefined
  readonly MAIL_FROM: string
}): Vapid {
  const privateKey = Buffer.from(config.VAPID_PRIVATE_KEY, 'base64')
  const pair = createECDH('prime256v1')
  try {
    pair.setPrivateKey(privateKey)
  } catch {
    throw new Error(
      'VAPID_PRIVATE_KEY is no P-256 private key. Make one: `npx web-push generate-vapid-keys`.',
    )
  }
  const sender = /<(.+)>$/.exec(config.MAIL_FROM)?.[1] ?? config.MAIL_FROM
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: privateKey.toString('base64url'),
    subject: config.VAPID_SUBJECT ?? `mailto:${sender}`,
  }
}
