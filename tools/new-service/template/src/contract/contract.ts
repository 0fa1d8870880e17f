import {
  defineContract,
  emptyInput,
  exportPersonalData,
  id,
  line,
  noOutput,
  operation,
  pageInput,
  pageOf,
  timestamp,
} from '@triptych/kernel'
import { z } from 'zod'
import { errors } from './errors.ts'
import { entryCreated } from './events.ts'

const entry = z.object({ id, label: z.string(), created_at: timestamp })

export const __camel__Contract = defineContract({
  name: '__name__',
  description: 'Entries of a person.',
  events: [entryCreated],
  operations: {
    createEntry: operation({
      summary: 'Add an entry',
      access: { who: 'user' },
      http: { method: 'POST', path: '/__name__/entries', status: 201 },
      input: z.strictObject({ label: line(120) }),
      output: entry,
      errors: [errors.full],
      idempotency: { render: 'getEntry' },
      examples: { input: { label: 'Water the plants' } },
    }),
    listEntries: operation({
      summary: 'Your entries, newest first',
      access: { who: 'user' },
      http: { method: 'GET', path: '/__name__/entries' },
      input: z.strictObject(pageInput),
      output: pageOf(entry),
    }),
    downloadEntries: operation({
      summary: 'Your entries as a table (text/csv), oldest first',
      access: { who: 'user' },
      http: { method: 'GET', path: '/__name__/download' },
      input: emptyInput,
      output: z.object({ csv: z.string() }),
    }),
    getEntry: operation({
      summary: 'One entry',
      access: { who: 'user' },
      http: { method: 'GET', path: '/__name__/entries/{id}' },
      input: z.strictObject({ id }),
      output: entry,
      errors: [errors.not_found],
    }),
    deleteEntry: operation({
      summary: 'Delete an entry',
      access: { who: 'user' },
      http: { method: 'DELETE', path: '/__name__/entries/{id}', status: 204 },
      input: z.strictObject({ id }),
      output: noOutput,
      errors: [errors.not_found],
      idempotency: 'done',
    }),
    exportPersonalData,
  },
})
