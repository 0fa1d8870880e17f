import { defineContract, operation, pageInput, pageOf, timestamp } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'

const deadLetter = z.object({
  id: z.string().describe('`event` or `job`, the module, the consumer or job, and a UUID, joined by dots'),
  kind: z.enum(['event', 'job']),
  module: z.string(),
  name: z.string().describe('The consumer of the event, or the job'),
  error: z.string().describe('A code'),
  attempts: z.number().int(),
  since: timestamp.describe('When the event came, or when the job failed for the last time'),
  age_seconds: z.number().int(),
})

export const operationsContract = defineContract({
  name: 'operations',
  description: 'What administrators see and set right of the product’s own machinery.',
  operations: {
    listDeadLetters: operation({
      summary: 'Events and jobs that were given up, oldest first',
      description: 'Where each failed and with which code; never what it was about or whose.',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/admin/dead-letters' },
      input: z.strictObject({
        limit: pageInput.limit,
        cursor: z.string().max(400).optional().describe('`next_cursor` of the page before'),
      }),
      output: pageOf(deadLetter),
    }),
    replayDeadLetter: operation({
      summary: 'Try a dead letter again, with all its attempts',
      description:
        'Recorded in the audit chain of the deployment. Effects are idempotent: twice does no harm.',
      access: { who: 'admin' },
      http: { method: 'POST', path: '/admin/dead-letters/{id}/replay', status: 202 },
      input: z.strictObject({ id: z.string().max(300) }),
      output: z.object({ id: z.string(), replayed: z.literal(true) }),
      errors: [errors.dead_letter_not_found],
      idempotency: 'sealed',
    }),
  },
})
