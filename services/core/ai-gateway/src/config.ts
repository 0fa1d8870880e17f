import { defineConfig } from '@triptych/config'
import { z } from 'zod'
import { defaultLanes, lanesShape } from './lanes/lane.ts'
import { defaultBudgets, budgetsShape } from './domain/budgets.ts'
import { canaryShape } from './domain/canary.ts'

/** A setting that is JSON; what is wrong inside is named by its path. */
const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'Use JSON.' })
        return z.NEVER
      }
    })
    .pipe(shape)

export const aiGatewayConfig = defineConfig({
  OPENROUTER_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Key of OpenRouter; `sandbox` calls the running sandbox. Without it the offline engine serves'),
  OPENROUTER_BASE_URL: z.url().optional().describe('Another address that speaks like OpenRouter'),
  AI_COMPATIBLE_BASE_URL: z
    .url()
    .optional()
    .describe('An OpenAI-compatible endpoint (Ollama, vLLM, …) for lanes with `endpoint: "compatible"`'),
  AI_COMPATIBLE_API_KEY: z
    .string()
    .optional()
    .describe('Key of the OpenAI-compatible endpoint, if it has one'),
  AI_LANES: json(lanesShape)
    .default(defaultLanes)
    .describe(
      'Models in the order they are tried, with pins, prices in USD per million tokens and limits (JSON)',
    ),
  AI_BUDGETS: json(budgetsShape)
    .default(defaultBudgets)
    .describe('Caps in US dollars: {"month", "day", "features": {"turn": {"month", "day"}}} (JSON)'),
  AI_CANARY: json(canaryShape)
    .optional()
    .describe('A lane that takes a share of calls and rolls back by itself (JSON)'),
  AI_TOKENS_PER_PERSON_PER_DAY: z.coerce
    .number()
    .int()
    .min(1)
    .default(200_000)
    .describe('Tokens that one person may use in a day (UTC)'),
})
