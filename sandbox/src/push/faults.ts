import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

const kinds = {
  http_403: 'The signature is refused, as after a change of the VAPID key.',
  http_404: 'The subscription is not known.',
  http_410: 'The subscription has ended.',
  http_413: 'The payload is too large for this service.',
  http_429: 'Too many pushes, with Retry-After of `retry_after` seconds (default 2).',
  http_5xx: 'The service fails with `status` (default 503).',
  slow: 'The answer takes `delay_ms` (default 5000).',
  dead: 'Taken with 200 and delivered to nobody, as Safari does with a browser that is gone.',
} as const

const options = z.object({
  /** Strikes only pushes to this address. */
  endpoint: z.string().max(2_000).optional(),
  status: z.coerce.number().int().min(500).max(599).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
})

export type PushFaultKind = keyof typeof kinds
export type PushFaults = FaultBoard<PushFaultKind, z.infer<typeof options>>

export const createPushFaults = (clock: Clock): PushFaults => createFaultBoard(kinds, options, clock)
