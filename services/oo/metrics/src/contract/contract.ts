import { defineContract, emptyInput, operation, exportPersonalData } from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { productMetrics } from './schemas.ts'

export const metricsContract = defineContract({
  name: 'metrics',
  description: 'Whether one tip at a time helps: a few honest numbers, counted from events.',
  operations: {
    getProductMetrics: operation({
      summary: 'Activation, first reactions, dwell, snooze to dismiss, retention',
      description: 'The last thirty days unless said. Definitions: docs/architecture/metrics.md.',
      access: { who: 'admin' },
      http: { method: 'GET', path: '/metrics/product' },
      input: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
      output: productMetrics,
      errors: [errors.range_invalid],
    }),
    recompute: operation({
      summary: 'Count everything again from the raw events, and say what differed',
      access: { who: 'admin' },
      http: { method: 'POST', path: '/admin/metrics/recompute' },
      input: emptyInput,
      output: z.object({ days: z.int(), people: z.int(), differences: z.int() }),
      idempotency: 'sealed',
      timeoutMs: 60_000,
    }),
    exportPersonalData,
  },
})
