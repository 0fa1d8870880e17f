import {
  defineContract,
  id,
  operation,
  pageInput,
  pageOf,
  exportPersonalData,
  text,
  timestamp,
} from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { tipReacted, tipRecommended, tipShown } from './events.ts'
import { decision, evaluationReport, feedback, tip, tipRecord, tipState } from './schemas.ts'

export const recommenderContract = defineContract({
  name: 'recommender',
  description: 'One tip at a time, every choice logged so that the next policy can be judged on it.',
  events: [tipRecommended, tipShown, tipReacted],
  operations: {
    recommend: operation({
      summary: 'One tip',
      description:
        'Every call is a decision of its own: the full distribution, the pick, its probability and all that went in ' +
        'are kept. A client keeps the tip it shows and asks again after a reaction.',
      access: { who: 'user', scope: 'oo:read' },
      http: { method: 'POST', path: '/recommend' },
      input: z.strictObject({
        context: z
          .strictObject({ surface: z.enum(['web', 'push', 'widget']).default('web') })
          .optional()
          .describe('What only the client knows; the rest is assembled here'),
      }),
      output: z.object({ tip }),
      errors: [errors.no_candidates],
      idempotency: 'sealed',
      limits: [{ per: 'actor', perMinute: 120 }],
      examples: { input: {} },
    }),
    feedback: operation({
      summary: 'What the person did with a tip',
      description:
        'Idempotent by `client_id`. A completion is told to the provider seven seconds later, so that `undone` can ' +
        'take it back; the answer says until when, and what cannot be undone.',
      access: { who: 'user', scope: 'oo:write' },
      http: { method: 'POST', path: '/feedback', status: 202 },
      input: feedback,
      output: z.object({ tip: tipRecord, duplicate: z.boolean() }),
      errors: [errors.tip_not_found, errors.snooze_in_past],
      limits: [{ per: 'actor', perMinute: 240 }],
    }),
    listTips: operation({
      summary: 'Your tips, newest first',
      access: { who: 'user', scope: 'oo:read' },
      http: { method: 'GET', path: '/tips' },
      input: z.strictObject({
        ...pageInput,
        state: tipState.optional().describe('`snoozed`: what has not come back yet'),
      }),
      output: pageOf(tipRecord),
    }),
    getTip: operation({
      summary: 'One tip and what became of it',
      access: { who: 'user', scope: 'oo:read' },
      http: { method: 'GET', path: '/tips/{id}' },
      input: z.strictObject({ id }),
      output: tipRecord,
      errors: [errors.tip_not_found],
    }),
    listDecisions: operation({
      summary: 'The log of decisions, newest first, without texts or names',
      description: 'Each is one decision with its reward as far as it is known: what `oo:evaluate` reads.',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/oo/decisions' },
      input: z.strictObject({
        ...pageInput,
        from: timestamp.optional(),
        to: timestamp.optional(),
      }),
      output: pageOf(decision),
    }),
    evaluate: operation({
      summary: 'Judge a policy on the log, or on a log that is handed in',
      description:
        'IPS, SNIPS, clipped IPS, DM and DR with bootstrap intervals. A log whose effective sample size is too small ' +
        'is refused with the reason in `refused`. The same log gives the same digits. At most 20,000 of our own decisions are read, the newest; the command reads any number.',
      access: { who: 'admin' },
      http: { method: 'POST', path: '/admin/oo/evaluations' },
      input: z.strictObject({
        policies: z.array(z.string().max(40)).min(1).max(8),
        from: timestamp.optional(),
        to: timestamp.optional(),
        csv: text(5_000_000)
          .optional()
          .describe('A log with context, action, position, reward and propensity, instead of our own'),
      }),
      output: evaluationReport,
      errors: [errors.unknown_policy, errors.log_unreadable],
      bodyLimit: 5_500_000,
      timeoutMs: 60_000,
    }),
    exportPersonalData,
  },
})
