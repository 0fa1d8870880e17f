import type { ConfigOf } from '@triptych/config'
import type { Clock } from '@triptych/kernel'
import type { Logger } from '@triptych/telemetry'
import type { notificationsConfig } from '../config.ts'
import { createSendGrid } from './sendgrid.ts'
import { createSmtp } from './smtp.ts'
import type { Transport } from './transport.ts'

export interface TransportGround {
  readonly config: ConfigOf<typeof notificationsConfig>
  readonly sandboxUrl: string | undefined
  readonly clock: Clock
  readonly logger: Logger
}

/** The configured transport, the sandbox when there is none, or undefined: mails wait and health says so. */
export function chooseTransport({
  config,
  sandboxUrl,
  clock,
  logger,
}: TransportGround): Transport | undefined {
  const from = config.MAIL_FROM
  const { MAIL_TRANSPORT: wanted, SENDGRID_API_KEY: apiKey, SENDGRID_URL: baseUrl } = config
  if (wanted !== 'smtp' && apiKey !== undefined) {
    return createSendGrid({ baseUrl, apiKey, from, clock, logger })
  }
  if (wanted === 'sendgrid') return undefined
  if (config.SMTP_URL !== undefined) return createSmtp({ url: config.SMTP_URL, from })
  if (sandboxUrl === undefined) return undefined
  return createSmtp({ url: `smtp://${new URL(sandboxUrl).hostname}:${config.SANDBOX_SMTP_PORT}`, from })
}
