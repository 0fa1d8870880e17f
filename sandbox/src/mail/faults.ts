import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

const kinds = {
  smtp_421: 'SMTP: service not available, the server closes the connection (temporary).',
  smtp_451: 'SMTP: local error after the data, try again later (temporary).',
  smtp_550: 'SMTP: mailbox unavailable at the recipient (permanent).',
  smtp_slow: 'SMTP: the answer to the data takes `delay_ms` (default 5000).',
  smtp_drop: 'SMTP: the connection breaks in the middle of the data.',
  http_401: 'HTTP: the key is refused.',
  http_429: 'HTTP: too many requests, with Retry-After of `retry_after` seconds (default 2).',
  http_503: 'HTTP: the service is unavailable.',
  http_slow: 'HTTP: the answer takes `delay_ms` (default 5000).',
} as const

const options = z.object({
  /** Strikes only mail to this address. */
  to: z.string().max(320).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
})

export type MailFaultKind = keyof typeof kinds
export type MailFaults = FaultBoard<MailFaultKind, z.infer<typeof options>>

export function createMailFaults(clock: Clock): MailFaults {
  return createFaultBoard(kinds, options, clock)
}

/** Whether a fault, narrowed to one address or not, strikes mail to these recipients. */
export function strikes(recipients: readonly string[]): (options: { to?: string | undefined }) => boolean {
  return ({ to }) =>
    to === undefined || recipients.some((address) => address.toLowerCase() === to.toLowerCase())
}
