import { expect, it } from 'vitest'
import { line, text, timestamp } from './schemas.ts'

it.each(['Ada', 'عائشة', 'אדה לאבלייס', '阿达', 'Zoë ✨', '👩‍👩‍👧'])('takes %s as a name', (name) => {
  expect(line(60).safeParse(name).success).toBe(true)
})

it.each([
  ['an override', 'Ada\u202etxt.exe'],
  ['an embedding', 'Ada\u202a'],
  ['an isolate', '\u2066Ada\u2069'],
  ['an escape', 'Ada\u001b[2J'],
  ['a tab', 'Ada\tLovelace'],
  ['a C1 control', 'Ada\u0085'],
  ['two lines', 'Ada\nLovelace'],
  ['nothing to be seen', '\u200b\u2060'],
  ['a filler', '\u3164'],
])('refuses %s in a name', (_what, name) => {
  expect(line(60).safeParse(name).success).toBe(false)
})

it('leaves the lines of a longer text as they are', () => {
  expect(text(60).safeParse('one\r\n\ttwo').success).toBe(true)
})

it('takes no time that a database cannot keep', () => {
  const accepted = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].filter(
    (time) => timestamp.safeParse(time).success,
  )
  expect(accepted).toEqual(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])
})
