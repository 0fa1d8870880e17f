import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

const kinds = {
  http_404: 'There is no such calendar.',
  http_401: 'The secret in the address no longer counts.',
  http_429: 'Too many readings, with Retry-After of `retry_after` seconds (default 60).',
  http_5xx: 'The server fails with `status` (default 503).',
  html: 'A page to sign in, with 200.',
  bad_ics: 'A calendar that ends in the middle of a line.',
  huge: 'A calendar of 12 MiB.',
  slow: 'The answer takes `delay_ms` (default 30000).',
  cut_connection: 'The connection breaks without an answer.',
  private_redirect: 'Sent on to an address inside a private network.',
  no_validators: 'No ETag and no Last-Modified: everything is answered in full.',
} as const

const options = z.object({
  status: z.coerce.number().int().min(500).max(599).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
})

export type IcalFaultKind = keyof typeof kinds
export type IcalFaults = FaultBoard<IcalFaultKind, z.infer<typeof options>>

export const createIcalFaults = (clock: Clock): IcalFaults => createFaultBoard(kinds, options, clock)
