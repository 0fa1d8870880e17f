import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse.ts'

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  age: z.number().int().min(18).optional(),
  id: z.uuid().optional(),
  plan: z.enum(['free', 'pro']).optional(),
  days: z.array(z.string()).max(1).optional(),
})

function refusalOf(value: unknown) {
  try {
    parseInput(schema, value)
  } catch (error) {
    return error
  }
  throw new Error('it was accepted')
}

it.each([
  [{}, 'name: This field is required.'],
  [{ name: '' }, 'name: This field must not be empty.'],
  [{ name: 7 }, 'name: Use a text.'],
  [{ name: 'Adaline' }, 'name: Use at most 5 characters.'],
  [{ name: 'Ada', age: 1.5 }, 'age: Use a whole number.'],
  [{ name: 'Ada', age: 7 }, 'age: Use at least 18.'],
  [{ name: 'Ada', id: 'x' }, 'id: Use a UUID, like 018f0c2e-7d9b-7cc3-98c4-dc0c0c07398f.'],
  [{ name: 'Ada', plan: 'gold' }, 'plan: Use one of: free, pro.'],
  [{ name: 'Ada', days: ['a', 'b'] }, 'days: Use at most 1 entry.'],
  [{ name: 'Ada', nick: 'A' }, 'nick: This field is not known here.'],
  [{ name: 'A\u0000' }, 'name: Remove the NUL character from this text.'],
  [{ name: 'Ada', days: ['\u0000'] }, 'days.0: Remove the NUL character from this text.'],
  [null, 'The body: Use an object.'],
])('says of %j what it wants', (value, detail) => {
  expect(refusalOf(value)).toMatchObject({ code: 'request.invalid', detail })
})

it('counts fields, not faults, and names them', () => {
  expect(refusalOf({ name: 7, age: 'x', nick: 1 })).toMatchObject({
    detail: '3 fields need another value: name, age, nick.',
  })
})
