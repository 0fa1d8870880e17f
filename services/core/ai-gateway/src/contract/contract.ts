import { defineContract, emptyInput, operation, exportPersonalData, streamOperation } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { budgetThresholdReached } from './events.ts'
import {
  aggregates,
  fragment,
  fragmentType,
  microAction,
  recipient,
  reframe,
  request,
  served,
  spending,
} from './schemas.ts'

const longText = z.string().max(100_000)
const modelTimeoutMs = 45_000

const turnAnswer = z.object({ reframes: z.array(reframe).length(3), micro_action: microAction, served })

export const aiGatewayContract = defineContract({
  name: 'ai-gateway',
  description:
    'The only way to a model. Lanes, budgets and faults are its business; callers get a checked answer.',
  events: [budgetThresholdReached],
  operations: {
    detectFragments: operation({
      summary: 'Find distorted thoughts in a text',
      access: { who: 'module' },
      input: z.strictObject({ ...request, text: longText }),
      output: z.object({ fragments: z.array(fragment), served }),
      errors: [errors.paused, errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    reframeFragment: operation({
      summary: 'Three views of one fragment, and a small action',
      access: { who: 'module' },
      input: z.strictObject({
        ...request,
        fragment: longText,
        type: fragmentType,
        context: longText.optional(),
      }),
      output: turnAnswer,
      errors: [errors.paused, errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    reflectOnSession: operation({
      summary: 'A short reflection on a Mirror session',
      access: { who: 'module' },
      input: z.strictObject({
        ...request,
        messages: z.array(longText).max(500),
        fragments: z.array(z.object({ type: fragmentType, text: z.string() })).max(2_000),
      }),
      output: z.object({ reflection: z.string(), served }),
      errors: [errors.paused, errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    turnThought: streamOperation({
      summary: 'Turn one thought: three views, then a small action, as they come',
      description:
        'A `restart` event takes back everything before it: another lane begins anew. The answer is complete or the ' +
        'stream ends with an error; a part is never an answer.',
      access: { who: 'module' },
      input: z.strictObject({ ...request, thought: longText }),
      event: z.discriminatedUnion('type', [
        z.object({ type: z.literal('engine'), engine: z.string() }),
        z.object({ type: z.literal('reframe'), lens: reframe.shape.lens, text: z.string() }),
        z.object({ type: z.literal('micro_action'), text: z.string(), minutes: z.number().int() }),
        z.object({ type: z.literal('restart') }),
      ]),
      output: turnAnswer,
      eventsOf: (answer) => [
        { type: 'engine' as const, engine: answer.served.engine },
        ...answer.reframes.map((view) => ({ type: 'reframe' as const, ...view })),
        { type: 'micro_action' as const, ...answer.micro_action },
      ],
      errors: [errors.paused, errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    confirmCrisis: operation({
      summary: 'Ask a model whether an ambiguous text means danger; outside every budget',
      description:
        'Without consent, without a lane or when no lane answers in time, the answer is the safer one: `is_crisis` true ' +
        'from the offline engine.',
      access: { who: 'module' },
      input: z.strictObject({
        ...request,
        text: longText,
        previous: longText
          .optional()
          .describe('The end of what was written just before; both are read as one'),
      }),
      output: z.object({ is_crisis: z.boolean(), served }),
      errors: [errors.interrupted],
      timeoutMs: 2_500,
    }),
    writeAffirmation: operation({
      summary: 'One line for the day, in the first person',
      access: { who: 'module' },
      input: z.strictObject({
        ...request,
        goals: z.array(z.string().max(500)).max(50).describe('Titles of goals, in the person’s words'),
        date: z.iso.date().describe('The person’s local day'),
      }),
      output: z.object({ affirmation: z.string(), served }),
      errors: [errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    narratePeriod: operation({
      summary: 'A week or month in a few sentences, from counts alone',
      description:
        'The first to pause after Lens fell to templates: `ai-gateway.paused` means try again in the next period.',
      access: { who: 'module' },
      input: z.strictObject({ ...request, aggregates }),
      output: z.object({
        narrative: z.string(),
        enough: z.boolean().describe('False when the counts are too small to say anything fair'),
        served,
      }),
      errors: [errors.paused, errors.interrupted],
      timeoutMs: modelTimeoutMs,
    }),
    listRecipients: operation({
      summary: 'Who could process a person’s text, once they agree',
      description:
        'In the order in which they are asked; empty while the built-in engine serves alone. A consent to ' +
        '`model_processing` names provider and region of one of them, and nothing is sent to any other. For anyone, ' +
        'as it is read before there is an account.',
      access: { who: 'anonymous' },
      http: { method: 'GET', path: '/ai/recipients' },
      input: emptyInput,
      output: z.object({ items: z.array(recipient) }),
    }),
    getSpending: operation({
      summary: 'Budgets of this month and day, with what is spent and reserved',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/ai-spending' },
      input: emptyInput,
      output: z.object({
        budgets: z.array(spending),
        canary: z
          .object({
            lane: z.string(),
            share: z.number(),
            rolled_back_at: z.string().nullable(),
            reason: z.string().nullable(),
            figures: z.array(
              z.object({
                arm: z.enum(['canary', 'baseline']),
                calls: z.number().int(),
                errors: z.number().int(),
                invalid: z.number().int(),
                cost_usd: z.number(),
              }),
            ),
          })
          .nullable(),
      }),
    }),
    exportPersonalData,
  },
})
