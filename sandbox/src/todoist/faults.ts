import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createFaultBoard, type FaultBoard } from '../kit/faults.ts'

export const places = ['sync', 'authorize', 'token', 'revoke'] as const
export type Place = (typeof places)[number]

/** Told between two calls: what the person does elsewhere just before the next one is answered. */
export const meddlings = ['item_moved', 'item_deleted', 'recurring_postponed'] as const
export type Meddling = (typeof meddlings)[number]

const kinds = {
  limits_reached: '429 LIMITS_REACHED with `retry_after` seconds (default 60).',
  unauthorized: '401 UNAUTHORIZED (477), though the token is alive.',
  bad_sync_token: 'The sync token is refused with 400.',
  bad_sync_token_full: 'The sync token is not known, and everything is answered with 200.',
  full_sync: 'A full sync out of the blue, whatever the sync token.',
  gone: 'HTTP 410 with a plain text body; `at` says where (default sync).',
  server_error: 'An HTTP 5xx; `at` says where (default sync), `status` which (default 503).',
  slow: 'The answer takes `delay_ms` (default 5000) longer, a 504 after 15 s; `at` says where (default sync).',
  cut_connection: 'The connection breaks before anything happens; `at` says where (default sync).',
  html_body: 'A page of HTML with `status` (default 502); `at` says where (default sync).',
  command_error:
    'HTTP 200, and an error in `sync_status` for one command: `tag` (default INVALID_ARGUMENT_VALUE).',
  answer_lost: 'The commands are executed, and the connection breaks before the answer.',
  item_moved: 'Just before the next sync the person moves a task to another project.',
  item_deleted: 'Just before the next sync the person deletes a task.',
  recurring_postponed: 'Just before the next sync the person postpones a recurring task: no completion.',
  denied: 'The person declines: the redirect carries error=access_denied.',
  invalid_application_status: 'The redirect carries error=invalid_application_status.',
  wrong_state: 'The redirect carries another state than was sent.',
  token_error:
    'The token endpoint answers `error` (default bad_authorization_code) with `status` (default 400).',
  invalid_grant: 'A refresh answers invalid_grant; the tokens stay as they are.',
  refresh_reused: 'A refresh is taken for a reuse after the grace: every token of the person is revoked.',
  refresh_answer_lost: 'The refresh token is rotated, and the connection breaks before the answer.',
  revoke_fails: 'Revoking answers `status` (default 503) and revokes nothing.',
  webhook_duplicate: 'A webhook is sent twice, with one delivery id.',
  webhook_reorder: 'A webhook is held back until the next one has been sent.',
  webhook_delay: 'A webhook comes `delay_ms` (default 60000) later by the sandbox clock.',
  webhook_lost: 'A webhook is never sent.',
  webhook_bad_signature: 'A webhook is signed with another secret.',
} as const

const options = z.object({
  at: z.enum(places).optional(),
  /** Strikes only this account: its name, user id or e-mail. */
  account: z.string().max(320).optional(),
  /** The task that is meddled with; else one that the commands name, else the first that fits. */
  task: z.string().max(64).optional(),
  status: z.coerce.number().int().min(400).max(599).optional(),
  retry_after: z.coerce.number().int().min(0).max(86_400).optional(),
  delay_ms: z.coerce.number().int().min(0).max(600_000).optional(),
  tag: z.enum(['INVALID_ARGUMENT_VALUE', 'NOT_FOUND', 'LIMITS_REACHED', 'UNAUTHORIZED']).optional(),
  error: z.enum(['bad_authorization_code', 'incorrect_application_credentials', 'invalid_grant']).optional(),
})

export type FaultKind = keyof typeof kinds
export type FaultOptions = z.infer<typeof options>
export type TodoistFaults = FaultBoard<FaultKind, FaultOptions>

export function createTodoistFaults(clock: Clock): TodoistFaults {
  return createFaultBoard(kinds, options, clock)
}
