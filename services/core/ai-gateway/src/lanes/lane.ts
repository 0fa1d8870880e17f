import { z } from 'zod'

/** US dollars per million tokens. */
const price = z.strictObject({ input: z.number().min(0), output: z.number().min(0) })

export const laneShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  endpoint: z.enum(['openrouter', 'compatible']),
  model: z.string().min(1).max(120),
  /** Providers behind OpenRouter that may serve, in this order, and no other. */
  providers: z.array(z.string().min(1).max(60)).max(8).default([]),
  price,
  /** How the endpoint is told the shape of the answer. */
  structured: z.enum(['json_schema', 'json_object', 'prompt']).default('json_schema'),
  /** Whose consent is asked for; null only for a machine of your own, where nothing leaves. */
  consent: z.strictObject({ provider: z.string().min(1), region: z.string().optional() }).nullable(),
  first_token_ms: z.number().int().min(10).default(1_500),
  /** Silence inside an answer. */
  idle_ms: z.number().int().min(10).default(2_500),
  total_ms: z.number().int().min(50).default(12_000),
  attempts: z.number().int().min(1).max(4).default(2),
  base_delay_ms: z.number().int().min(0).default(150),
  /** A longer Retry-After leads to the next lane. */
  max_delay_ms: z.number().int().min(0).default(1_000),
  concurrent: z.number().int().min(1).default(64),
  /** Calls that may wait for a place. */
  queued: z.number().int().min(0).default(16),
  /** Consecutive failures that take a provider of the lane out of use, and for how long. */
  breaker: z
    .strictObject({ failures: z.number().int().min(1), open_ms: z.number().int().min(1) })
    .default({ failures: 3, open_ms: 30_000 }),
  /** Another version of a purpose's template, by the template's name. */
  prompts: z.record(z.string(), z.string()).default({}),
})

export type Lane = z.output<typeof laneShape>

export const lanesShape = z
  .array(laneShape)
  .max(8)
  .refine((lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length, 'Give each lane its own id.')

const openRouterConsent = { provider: 'openrouter' } as const

export const defaultLanes = lanesShape.parse([
  {
    id: 'deepseek',
    endpoint: 'openrouter',
    model: 'deepseek/deepseek-v3.2',
    providers: ['deepinfra', 'fireworks'],
    price: { input: 0.26, output: 0.38 },
    consent: openRouterConsent,
    // One in a hundred healthy answers begins later; the other pinned provider then still answers in time.
    first_token_ms: 1_200,
  },
  {
    id: 'haiku',
    endpoint: 'openrouter',
    model: 'anthropic/claude-haiku-4.5',
    price: { input: 1, output: 5 },
    consent: openRouterConsent,
    first_token_ms: 3_000,
  },
])
