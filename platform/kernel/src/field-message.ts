import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/** What a field wants, said to who fills it in, where its schema has no words of its own. */
export function fieldMessage(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This field is required.' : `Use ${typeName(issue.expected)}.`
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'too_big') return atMost(issue)
  if (issue.code === 'too_small') return atLeast(issue)
  if (issue.code === 'invalid_format') return formats[issue.format]
  if (issue.code === 'invalid_union')
    return 'Use one of the forms that the description of this operation names.'
  return undefined
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}
const typeName = (expected: string): string => typeNames[expected] ?? expected

const formats: Readonly<Record<string, string>> = {
  uuid: 'Use a UUID, like 018f0c2e-7d9b-7cc3-98c4-dc0c0c07398f.',
  email: 'Write a complete e-mail address, like name@example.org.',
  url: 'Use a complete address, like https://example.org/page.',
  datetime: 'Use a time in UTC, like 2026-11-29T08:30:00Z.',
  date: 'Use a date, like 2026-11-29.',
  regex: 'Use the form that the description of this operation names.',
}

interface Bound {
  readonly origin: string
  readonly input?: unknown
}

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  record: ['entry', 'entries'],
}

function counted(bound: number | bigint, origin: string): string {
  const unit = units[origin]
  const figure = bound.toLocaleString('en')
  return unit === undefined ? figure : `${figure} ${Number(bound) === 1 ? unit[0] : unit[1]}`
}

const atMost = ({ origin, maximum }: Bound & { readonly maximum: number | bigint }): string =>
  `Use at most ${counted(maximum, origin)}.`

const atLeast = ({ origin, minimum }: Bound & { readonly minimum: number | bigint }): string =>
  origin === 'string' && Number(minimum) === 1
    ? 'This field must not be empty.'
    : `Use at least ${counted(minimum, origin)}.`
