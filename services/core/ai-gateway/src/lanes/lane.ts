import { identityContract } from '@triptych/identity/contract'
import { z } from 'zod'

/** US dollars per million tokens. */
const price = z.strictObject({ input: z.number().min(0), output: z.number().min(0) })

/** Somebody behind OpenRouter that may serve. */
const provider = z.strictObject({
  /** OpenRouter's own word for it, with a region where there is one: `google-vertex/europe`. */
  slug: z.string().min(1).max(60),
  /** As people know it, and the country it is established in. */
  name: z.string().min(1).max(60),
  country: z.string().regex(/^[A-Z]{2}$/, 'Use a country’s two letters.'),
})

const given = identityContract.operations.giveConsent.input.shape

/** Whom a person agrees to, in the words in which a consent can be given. */
const consent = z.strictObject({
  provider: given.provider.unwrap(),
  /** Where the text may be processed. */
  region: given.region.unwrap().regex(/^(?:[a-z]{2}|global)$/, 'Use a country’s two letters, eu or global.'),
  /** As people know the provider; its own word without it. */
  name: z.string().min(1).max(60).optional(),
})

const laneFields = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  endpoint: z.enum(['openrouter', 'compatible']),
  model: z.string().min(1).max(120),
  /** Those behind OpenRouter that may serve, in this order, and no other. */
  providers: z.array(provider).max(8).default([]),
  price,
  /** How the endpoint is told the shape of the answer. */
  structured: z.enum(['json_schema', 'json_object', 'prompt']).default('json_schema'),
  /** Whose consent is asked for; null only for a machine of your own, where nothing leaves. */
  consent: consent.nullable(),
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

/** Nobody agrees to whoever happens to serve: a lane through OpenRouter names everybody that may. */
export const laneShape = laneFields
  .refine(({ endpoint, providers }) => (endpoint === 'openrouter') === providers.length > 0, {
    path: ['providers'],
    message: 'Name who may serve a lane through OpenRouter, and nobody on another endpoint.',
  })
  .refine(({ endpoint, consent: asked }) => endpoint !== 'openrouter' || asked !== null, {
    path: ['consent'],
    message: 'What goes through OpenRouter leaves: name provider and region.',
  })

export type Lane = z.output<typeof laneShape>

export const lanesShape = z
  .array(laneShape)
  .max(8)
  .refine((lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length, 'Give each lane its own id.')

/** Without a contract for one region OpenRouter and those behind it may work anywhere. */
const openRouterConsent = { provider: 'openrouter', region: 'global', name: 'OpenRouter' } as const

export const defaultLanes = lanesShape.parse([
  {
    id: 'deepseek',
    endpoint: 'openrouter',
    model: 'deepseek/deepseek-v3.2',
    providers: [
      { slug: 'deepinfra', name: 'DeepInfra', country: 'US' },
      { slug: 'fireworks', name: 'Fireworks', country: 'US' },
    ],
    price: { input: 0.26, output: 0.38 },
    consent: openRouterConsent,
    // One in a hundred healthy answers begins later; the other pinned provider then still answers in time.
    first_token_ms: 1_200,
  },
  {
    id: 'haiku',
    endpoint: 'openrouter',
    model: 'anthropic/claude-haiku-4.5',
    providers: [{ slug: 'amazon-bedrock', name: 'Amazon Bedrock', country: 'US' }],
    price: { input: 1, output: 5 },
    consent: openRouterConsent,
    first_token_ms: 3_000,
  },
])
