import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

const kinds = {
  denied: 'The person says no, whatever they press.',
  token_error: 'The token endpoint answers 400, `invalid_grant`.',
  unauthorized: 'The access is not accepted: 401.',
  rate_limited: 'Too many requests, with Retry-After of `retry_after` seconds (default 60).',
  server_error: 'The server fails with `status` (default 503).',
  html: 'A page, with 200.',
  cut_connection: 'The connection breaks without an answer.',
} as const

const options = z.object({
  status: z.coerce.number().int().min(500).max(599).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
})

export type __Name__Faults = FaultBoard<keyof typeof kinds, z.infer<typeof options>>

export const create__Name__Faults = (clock: Clock): __Name__Faults => createFaultBoard(kinds, options, clock)
