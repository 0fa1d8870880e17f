/** What became of an attempt; the values are those of the metrics catalogue. */
export type Outcome =
  | 'ok'
  | 'repaired'
  | 'retryable'
  | 'lane_down'
  | 'bad_request'
  | 'refused'
  | 'truncated'
  | 'invalid_output'
  | 'timeout'
  | 'cancelled'

/** Why; a short code that is stored and counted, never words of a provider. */
export type Reason =
  | 'http_status'
  | 'error_in_200'
  | 'error_event'
  | 'not_a_stream'
  | 'malformed_event'
  | 'stalled_before_first_token'
  | 'stalled_mid_answer'
  | 'no_headers'
  | 'connection'
  | 'cut'
  | 'missing_done'
  | 'length'
  | 'empty'
  | 'not_json'
  | 'shape'
  | 'moderation'
  | 'unsafe_output'
  | 'wrong_model'
  | 'busy'
  | 'deadline'

/** A failed attempt. Holds no text of the person, the model or the provider. */
export class LaneFault extends Error {
  readonly outcome: Outcome
  readonly reason: Reason
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    outcome: Outcome,
    reason: Reason,
    details: { readonly status?: number | undefined; readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(`${outcome}: ${reason}`)
    this.name = 'LaneFault'
    this.outcome = outcome
    this.reason = reason
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}

/** A status means the same whether it is the answer's own or stands inside one. */
export function faultOfStatus(status: number, reason: Reason, retryAfterMs?: number): LaneFault {
  const details = { status, retryAfterMs }
  if (status === 403) return new LaneFault('refused', 'moderation', details)
  if (status === 401 || status === 402 || status === 404) return new LaneFault('lane_down', reason, details)
  if (status === 408) return new LaneFault('timeout', reason, details)
  if (status === 429 || status >= 500) return new LaneFault('retryable', reason, details)
  return new LaneFault('bad_request', reason, details)
}
