import { defineConfig, secret } from '@triptych/config'
import { policies } from '@triptych/oo-policies'
import { z } from 'zod'

const names = [...policies.keys()]
const policyName = z.string().refine((name) => policies.has(name), `Use one of ${names.join(', ')}.`)

export const recommenderConfig = defineConfig({
  OO_POLICY: policyName.default('random').describe(`Chooses the tip: ${names.join(', ')}`),
  OO_SHADOW_POLICIES: z
    .string()
    .default('priority,thompson,linucb')
    .transform((text) => (text === 'none' ? [] : text.split(',')))
    .pipe(z.array(policyName))
    .describe('Choose along, unseen, so that they can be judged: names with commas, or none'),
  OO_EPSILON: z.coerce
    .number()
    .min(0.001)
    .max(1)
    .default(0.1)
    .describe('Share of choices made by chance alone; keeps every probability above zero'),
  SCORING_URL: z.url().optional().describe('The scoring process; choices are made here without it'),
  SCORING_SECRET: secret('Proves the recommender to the scoring process; the same for both')
    .optional()
    .describe('Proves the recommender to the scoring process; the same for both'),
  SCORING_DEADLINE_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(25)
    .describe('How long the scoring process may take before the choice is made here'),
})
