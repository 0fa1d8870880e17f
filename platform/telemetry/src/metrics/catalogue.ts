/**
 * Every measure of the product, declared once: name, kind, help, labels. Rules and dashboards in `ops/` are tested
 * against this table. Durations are seconds.
 */
export interface MetricDefinition {
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels: readonly LabelName[]
  readonly buckets?: readonly number[]
}

/**
 * How the values of a label are known. `closed`: this list. `configured`: the list that the composition root gives
 * (features, lanes, routes); what is not on it becomes `other`.
 */
export const labelValues = {
  method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  route: 'configured',
  status: 'status',
  feature: 'configured',
  lane: 'configured',
  ai_outcome: [
    'ok',
    'repaired',
    'retryable',
    'lane_down',
    'bad_request',
    'refused',
    'truncated',
    'invalid_output',
    'timeout',
    'cancelled',
  ],
  /** Why no model answered: none is set up, none was agreed to, none could, a limit, or the provider's moderation. */
  ai_fallback: ['unconfigured', 'consent', 'lanes', 'budget', 'quota', 'refused'],
  token_kind: ['prompt', 'cached_prompt', 'completion'],
  quota: 'configured',
  plan: 'configured',
  budget: 'configured',
  family: 'configured',
  severity: 'configured',
  language: 'configured',
  subject: 'configured',
  consumer: 'configured',
  module: 'configured',
  outcome: ['ok', 'retried', 'dead'],
  job: 'configured',
  dead_source: ['bus', 'jobs', 'webhooks', 'notifications'],
  kv_call: ['get', 'set', 'delete', 'increment', 'consume', 'lock', 'script'],
  cache: 'configured',
  hit: ['hit', 'miss', 'bypass'],
  pool: 'configured',
  connection: ['active', 'idle', 'waiting'],
  scored_by: ['process', 'here', 'fallback'],
  shadow_outcome: ['decided', 'late', 'failed'],
  seat_state: ['used', 'free'],
  seat_store: ['redis', 'postgres'],
  seat_outcome: [
    'granted',
    'limited',
    'license_not_found',
    'suspended',
    'inactive',
    'member_required',
    'machine_not_approved',
    'machine_limit',
    'no_seats',
    'token_invalid',
    'expired',
    'released',
    'released_by_admin',
    'plan_reduced',
    'license_suspended',
    'license_inactive',
    'key_rotated',
    'machine_refused',
  ],
} as const satisfies Record<string, readonly string[] | 'configured' | 'status'>

export type LabelName = keyof typeof labelValues
/** The labels whose values the composition root knows. */
export type ConfiguredLabel = {
  [Name in LabelName]: (typeof labelValues)[Name] extends 'configured' ? Name : never
}[LabelName]

/** 1.8 s and 3.5 s are the p50 and p95 targets of Turn and Mirror; a quantile is exact at a bucket's edge. */
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.8, 2.5, 3.5, 5, 10, 30]
const modelSeconds = [0.1, 0.25, 0.5, 0.8, 1.2, 1.8, 2.5, 3.5, 5, 8, 15, 30, 60]
const shortSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1]
const workSeconds = [0.01, 0.05, 0.25, 1, 5, 15, 60, 300, 1800, 7200]

const counter = <const Labels extends readonly LabelName[]>(help: string, labels: Labels) =>
  ({ kind: 'counter', help, labels }) as const
const gauge = <const Labels extends readonly LabelName[]>(help: string, labels: Labels) =>
  ({ kind: 'gauge', help, labels }) as const
const histogram = <const Labels extends readonly LabelName[]>(
  help: string,
  labels: Labels,
  buckets: readonly number[],
) => ({ kind: 'histogram', help, labels, buckets }) as const

export const metricCatalogue = {
  triptych_http_request_seconds: histogram(
    'Requests answered, by route template: rate, errors and duration.',
    ['method', 'route', 'status'],
    requestSeconds,
  ),
  triptych_http_requests_in_flight: gauge('Requests that are open, streams and sockets among them.', []),

  triptych_ai_calls_total: counter(
    'Attempts at a lane, each with its outcome; the offline engine is the last lane.',
    ['feature', 'lane', 'ai_outcome'],
  ),
  triptych_ai_call_seconds: histogram(
    'Duration of an attempt at a lane.',
    ['feature', 'lane', 'ai_outcome'],
    modelSeconds,
  ),
  triptych_ai_first_token_seconds: histogram(
    'Time until the first token of a streamed attempt.',
    ['feature', 'lane'],
    modelSeconds,
  ),
  triptych_ai_overhead_seconds: histogram(
    'Latency that the gateway adds to its upstream.',
    ['feature'],
    shortSeconds,
  ),
  triptych_ai_tokens_total: counter('Tokens used.', ['feature', 'lane', 'ai_outcome', 'token_kind']),
  triptych_ai_cost_usd_total: counter('Cost in US dollars, as reported or priced.', [
    'feature',
    'lane',
    'ai_outcome',
  ]),
  triptych_ai_fallbacks_total: counter(
    'Calls that no model answered, and why: the offline engine did, or they wait.',
    ['feature', 'ai_fallback'],
  ),
  triptych_ai_budget_used_ratio: gauge('Share of a budget that is spent or reserved.', ['budget']),
  triptych_ai_lane_open: gauge('1 while the breaker keeps a lane out of use.', ['lane']),

  triptych_identity_data_keys_left: gauge(
    'Data keys that an older key-encryption key still wraps; at 0 the older keys may go.',
    [],
  ),

  triptych_quota_denials_total: counter('Requests refused by a quota.', ['quota', 'plan']),
  triptych_safety_escalations_total: counter('Crisis answers given. No content, no person.', [
    'family',
    'severity',
  ]),
  triptych_safety_disputes_total: counter('Crisis answers that a person called wrong.', [
    'family',
    'severity',
  ]),
  triptych_safety_precheck_seconds: histogram('Duration of the precheck.', ['language'], shortSeconds),
  triptych_safety_hotlines_stale: gauge('Hotline rows not verified for 12 months.', []),

  triptych_oo_decisions_total: counter(
    'Tips chosen: by the scoring process, here because there is none, or here because it did not answer in time.',
    ['scored_by'],
  ),
  triptych_oo_shadows_total: counter('Choices of policies that choose along unseen.', ['shadow_outcome']),

  triptych_licensing_seats: gauge('Seats of usable licences.', ['plan', 'seat_state']),
  triptych_licensing_acquires_total: counter('Seats asked for: granted, or why not.', ['seat_outcome']),
  triptych_licensing_acquire_seconds: histogram('Duration of asking for a seat.', [], shortSeconds),
  triptych_licensing_heartbeats_total: counter('Heartbeats: granted, or why the seat was lost.', [
    'seat_outcome',
  ]),
  triptych_licensing_heartbeat_seconds: histogram('Duration of a heartbeat.', [], shortSeconds),
  triptych_licensing_seat_moves_total: counter('Licences whose seats were moved, by who grants them since.', [
    'seat_store',
  ]),
  triptych_licensing_overlaps_total: counter(
    'Seats given while another machine may have worked offline on them.',
    [],
  ),

  triptych_bus_published_total: counter('Events handed to the bus.', ['module']),
  triptych_bus_handled_total: counter('Deliveries, by outcome.', ['subject', 'consumer', 'outcome']),
  triptych_bus_dead_total: counter('Events given up on.', ['subject', 'consumer']),
  triptych_bus_lag_seconds: gauge('Age of the oldest event that has not taken effect.', ['module']),
  triptych_bus_delivery_seconds: histogram('From the fact to its effect.', ['consumer'], workSeconds),
  triptych_bus_outbox_pending: gauge('Events committed and not yet published.', ['module']),
  triptych_bus_inbox_pending: gauge('Deliveries not yet handled, waiting for another attempt or not.', [
    'module',
  ]),

  triptych_jobs_finished_total: counter('Job runs, by outcome.', ['job', 'outcome']),
  triptych_job_seconds: histogram('Duration of a job run.', ['job'], workSeconds),
  triptych_jobs_waiting: gauge('Jobs due and not started.', ['job']),

  triptych_dead_letters: gauge('Dead letters that wait for a person.', ['dead_source', 'module']),
  triptych_kv_fallbacks_total: counter(
    'Calls that the key-value store did not answer; each use goes on without it in its own way.',
    ['module', 'kv_call'],
  ),
  triptych_cache_reads_total: counter('Reads of a cache; `bypass` found the store away.', ['cache', 'hit']),
  triptych_db_connections: gauge('Connections of a pool; `waiting` are callers.', ['pool', 'connection']),
} as const satisfies Record<string, MetricDefinition>

export type MetricName = keyof typeof metricCatalogue
type OfKind<Kind> = {
  [Name in MetricName]: (typeof metricCatalogue)[Name]['kind'] extends Kind ? Name : never
}[MetricName]
export type CounterName = OfKind<'counter'>
export type GaugeName = OfKind<'gauge'>
export type HistogramName = OfKind<'histogram'>

/** The labels of a metric; all of them, each a string (or a number for `status`). */
export type LabelsOf<Name extends MetricName> = {
  readonly [Label in (typeof metricCatalogue)[Name]['labels'][number]]: Label extends 'status'
    ? number
    : string
}

/** What prom-client adds about the process: event loop (perf_hooks), memory, CPU, garbage collection. */
export const processMetricNames = [
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'process_start_time_seconds',
  'process_open_fds',
  'process_max_fds',
  'nodejs_eventloop_lag_seconds',
  'nodejs_eventloop_lag_p50_seconds',
  'nodejs_eventloop_lag_p99_seconds',
  'nodejs_eventloop_lag_max_seconds',
  'nodejs_heap_size_used_bytes',
  'nodejs_heap_size_total_bytes',
  'nodejs_gc_duration_seconds',
] as const
