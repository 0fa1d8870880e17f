import { defineContract, id, operation, pageInput, pageOf, exportPersonalData, text } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { crisisRecorded } from './events.ts'
import { crisis, resource, safetyEvent, textPath } from './schemas.ts'

const longestTextUnits = 1_000_000

export const safetyContract = defineContract({
  name: 'safety',
  description: 'Recognises danger before any text reaches a model, and gives help instead.',
  events: [crisisRecorded],
  operations: {
    checkText: operation({
      summary: 'Check a person’s text before anything else happens to it',
      description:
        'The pure precheck decides; only an ambiguous text is put to `safety.confirm`, with the person’s consent to ' +
        'model processing. Without it, or when it fails or is slow, the safer answer holds. Records an event without content.',
      access: { who: 'module' },
      input: z.strictObject({
        user_id: id,
        path: textPath,
        text: z.string().max(longestTextUnits),
        previous: z
          .string()
          .max(longestTextUnits)
          .optional()
          .describe('The end of what was written just before'),
      }),
      output: z.object({ crisis: crisis.nullable() }),
      timeoutMs: 4_000,
    }),
    getResources: operation({
      summary: 'Hotlines for a region; for anyone, signed in or not',
      access: { who: 'anonymous' },
      http: { method: 'GET', path: '/safety/resources' },
      input: z.strictObject({
        region: z
          .string()
          .regex(/^[A-Za-z]{2}$/, 'Use a two-letter region, like DE.')
          .optional(),
        language: z
          .string()
          .regex(/^[a-z]{2}/, 'Use a language, like de.')
          .max(35)
          .optional(),
      }),
      output: z.object({
        region: z.string().nullable(),
        resources: z.array(resource),
        checked_at: z.string().nullable(),
      }),
      limits: [],
    }),
    disputeEvent: operation({
      summary: '“That is not what I meant”: closes the card and lets the person write on',
      access: { who: 'user', scope: 'kalei:write' },
      http: { method: 'POST', path: '/safety/events/{id}/dispute' },
      input: z.strictObject({
        id,
        excerpt: text(2_000).optional().describe('Offered by the person for review; sealed, 30 days'),
      }),
      output: z.object({ id, disputed_at: z.string() }),
      errors: [errors.event_not_found],
      idempotency: 'sealed',
    }),
    listEvents: operation({
      summary: 'Safety events for review; they hold no content',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/safety-events' },
      input: z.strictObject({
        ...pageInput,
        review: safetyEvent.shape.review.optional(),
        family: z.string().max(40).optional(),
      }),
      output: pageOf(safetyEvent.extend({ excerpt: z.string().nullable() })),
    }),
    reviewEvent: operation({
      summary: 'Say whether the detector was right',
      access: { who: 'admin' },
      http: { method: 'PATCH', path: '/admin/safety-events/{id}' },
      input: z.strictObject({ id, review: z.enum(['true_positive', 'false_positive', 'false_negative']) }),
      output: safetyEvent,
      errors: [errors.event_not_found],
      idempotency: 'sealed',
    }),
    exportPersonalData,
  },
})
