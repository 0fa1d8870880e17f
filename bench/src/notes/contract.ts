import { StringValueSchema } from '@bufbuild/protobuf/wkt'
import {
  defineContract,
  defineErrors,
  defineEvent,
  id,
  line,
  operation,
  text,
  timestamp,
} from '@triptych/kernel'
import { z } from 'zod'

const errors = defineErrors('notes', {
  not_found: { kind: 'not_found', title: 'There is no such note.' },
})

/** A note was written; the value is its id. */
export const noteCreated = defineEvent('notes.note.created.v1', StringValueSchema)

const note = z.object({ id, title: z.string(), body: z.string(), created_at: timestamp })

/** Enforced like any limit, but never reached: a measurement asks more than a person does. */
const limits = [{ per: 'actor', perMinute: 1_000_000_000 }] as const

/** The smallest module that reads and writes one row: what it costs is what the ground costs. */
export const notesContract = defineContract({
  name: 'notes',
  description: 'One-row reads and writes for measurements.',
  events: [noteCreated],
  operations: {
    getNote: operation({
      summary: 'One note',
      access: { who: 'user', scope: 'notes:read' },
      http: { method: 'GET', path: '/notes/{id}' },
      input: z.strictObject({ id }),
      output: note,
      errors: [errors.not_found],
      limits,
    }),
    createNote: operation({
      summary: 'Write a note',
      access: { who: 'user', scope: 'notes:write' },
      http: { method: 'POST', path: '/notes', status: 201 },
      input: z.strictObject({ title: line(200), body: text(5_000) }),
      output: note,
      idempotency: { render: 'getNote' },
      limits,
    }),
  },
})
