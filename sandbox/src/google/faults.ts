import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

export const places = ['discovery', 'jwks', 'authorize', 'token', 'userinfo'] as const
export type Place = (typeof places)[number]

export const idTokenFaults = [
  'wrong_nonce',
  'wrong_audience',
  'wrong_issuer',
  'expired_id_token',
  'bad_signature',
] as const
export type IdTokenFault = (typeof idTokenFaults)[number]

const kinds = {
  denied: 'The person declines: the redirect carries error=access_denied.',
  server_error: 'An HTTP 5xx; `at` says where (default token), `status` which (default 500).',
  invalid_grant: 'The token endpoint answers 400 invalid_grant.',
  slow: 'The answer takes `delay_ms` (default 5000) longer; `at` says where (default token).',
  wrong_state: 'The redirect carries another state than was sent.',
  wrong_nonce: 'The ID token carries another nonce.',
  wrong_audience: 'The ID token is for another client.',
  wrong_issuer: 'The ID token names another issuer.',
  expired_id_token: 'The ID token ended an hour ago.',
  bad_signature: 'The ID token is signed with an unknown key.',
} as const

const options = z.object({
  at: z.enum(places).optional(),
  status: z.coerce.number().int().min(500).max(599).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
})

export type GoogleFaults = FaultBoard<keyof typeof kinds, z.infer<typeof options>>

export function createGoogleFaults(clock: Clock): GoogleFaults {
  return createFaultBoard(kinds, options, clock)
}
