import { defineErrors, failure } from '@triptych/kernel'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeError } from './error-record.ts'

const sentence = 'Nobody would miss me if I were gone'
const errors = defineErrors('turn', { refused: { kind: 'rejected', title: 'Refused.' } })

const thrown: Record<string, () => unknown> = {
  'a message': () => new Error(sentence),
  'a message over several lines': () => new Error(`one\n    at ${sentence} (/a/b.ts:1:1)\nthree`),
  'a message that looks like frames': () =>
    new Error(
      `x\n    at ${sentence} (${import.meta.filename}:1:1)\n    at Nobody (${import.meta.filename}:2:2)`,
    ),
  'a name': () => Object.assign(new Error('x'), { name: sentence }),
  'a code': () => Object.assign(new Error('x'), { code: sentence }),
  'a cause': () => new Error('x', { cause: new Error(sentence, { cause: sentence }) }),
  'an aggregate': () => new AggregateError([new Error(sentence), sentence], sentence),
  'the details of an AppError': () =>
    failure(errors.refused, {
      detail: sentence,
      data: { text: sentence },
      issues: [{ path: sentence, message: sentence }],
      cause: { body: sentence },
    }),
  'a JSON parser': () => caught(() => JSON.parse(sentence)),
  'a validator': () => caught(() => z.strictObject({ mood: z.literal(sentence) }).parse({ [sentence]: 1 })),
  'a Postgres error': () =>
    Object.assign(new Error(sentence), {
      severity: 'ERROR',
      code: '23505',
      detail: `Key (text)=(${sentence}) already exists.`,
      where: sentence,
      hint: sentence,
      internalQuery: sentence,
      constraint: sentence,
      table: 'turns',
      parameters: [sentence],
    }),
  'an answer of a provider': () =>
    Object.assign(new Error('x'), { status: 400, response: { data: sentence }, requestBody: sentence }),
  'a plain string': () => sentence,
  'a plain object': () => ({ message: sentence, stack: sentence, [sentence]: sentence }),
}

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('the record of an error', () => {
  for (const [place, make] of Object.entries(thrown)) {
    it(`holds no word of ${place}`, () => {
      const text = JSON.stringify(describeError(make()))
      for (const word of ['Nobody', 'miss', 'gone']) expect(text).not.toContain(word)
    })
  }

  it('keeps where Postgres failed', () => {
    const error = Object.assign(new Error('x'), {
      severity: 'ERROR',
      code: '23505',
      schema: 'kalei_turn',
      table: 'turns',
      constraint: 'turns_pkey',
    })
    expect(describeError(error)).toMatchObject({
      code: '23505',
      schema: 'kalei_turn',
      table: 'turns',
      constraint: 'turns_pkey',
    })
  })

  it('counts the issues of a validator', () => {
    expect(describeError(caught(() => z.object({ a: z.string(), b: z.string() }).parse({})))).toMatchObject({
      issues: 2,
    })
  })

  it('shows own frames by their path in the repository, and no others', () => {
    const { stack } = describeError(caught(() => z.string().parse(1)))
    expect(stack?.length).toBeGreaterThan(0)
    for (const frame of stack ?? []) expect(frame).toMatch(/platform\/telemetry\/src\/error-record\.test\.ts/)
  })

  it('shows library frames when there are no own ones', () => {
    const error = new Error('x')
    error.stack =
      'Error: x\n    at Socket.connect (node:net:10:5)\n    at read (/srv/node_modules/pg/lib/client.js:3:1)'
    expect(describeError(error).stack).toEqual([
      'Socket.connect (node:net:10:5)',
      'read (pg/lib/client.js:3:1)',
    ])
  })

  it('describes what cannot be read', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no')
        },
      },
    )
    expect(describeError(hostile)).toEqual({ name: 'unreadable' })
  })
})
