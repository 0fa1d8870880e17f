import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

const kinds = {
  rate_limit: 'The API answers 429.',
  server_error: 'The API answers an HTTP 5xx before anything happens; `status` says which (default 500).',
  slow: 'The API takes `delay_ms` (default 5000) longer.',
  cut_connection: 'The connection breaks before anything happens.',
  answer_lost: 'The request takes effect, and the connection breaks before the answer.',
  timeout: 'The request takes effect, and no answer ever comes.',
  card_declined:
    'The next payment is declined, whatever the card; `decline_code` says why (default generic_decline).',
  webhook_duplicate: 'An event is delivered twice.',
  webhook_reorder: 'An event is held back until the next one has been delivered.',
  webhook_burst: 'An event is delivered at once, without waiting for those before it.',
  webhook_delay: 'An event comes `delay_ms` (default 60000) later by the billing clock.',
  webhook_lost: 'An event is never delivered; it stays in the list of events.',
  webhook_replay: 'An event is delivered, and again `days` (default 3) later by the billing clock.',
  webhook_bad_signature: 'An event is signed with another secret.',
  webhook_old_timestamp: 'An event is signed `seconds` (default 600) ago.',
  webhook_future_timestamp: 'An event is signed `seconds` (default 600) ahead.',
  webhook_thin: 'A v2 thin event comes in the place of an event.',
} as const

const options = z.object({
  /** Strikes only events of this type, e.g. `invoice.paid`. */
  type: z.string().max(80).optional(),
  /** Strikes only requests whose path starts so, e.g. `/v1/checkout/sessions`. */
  path: z.string().max(200).optional(),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  status: z.coerce.number().int().min(500).max(599).optional(),
  delay_ms: z.coerce
    .number()
    .int()
    .min(0)
    .max(3 * 86_400_000)
    .optional(),
  days: z.coerce.number().min(0).max(60).optional(),
  seconds: z.coerce.number().int().min(0).max(31_536_000).optional(),
  decline_code: z
    .enum(['generic_decline', 'insufficient_funds', 'lost_card', 'expired_card', 'do_not_honor'])
    .optional(),
})

export type FaultKind = keyof typeof kinds
export type FaultOptions = z.infer<typeof options>
export type StripeFaults = FaultBoard<FaultKind, FaultOptions>

export function createStripeFaults(clock: Clock): StripeFaults {
  return createFaultBoard(kinds, options, clock)
}
