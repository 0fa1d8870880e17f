import type { z } from 'zod'
import { type FieldIssue, failure, requestErrors } from './error.ts'
import { fieldMessage } from './field-message.ts'

/** Parses what a caller sent; names every field that is wrong and what is allowed. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: fieldMessage })
  const issues = result.success ? unstorable(result.data) : result.error.issues.flatMap(toFieldIssues)
  if (result.success && issues.length === 0) return result.data
  throw failure(requestErrors.invalid, { detail: summary(issues), issues })
}

function summary(issues: readonly FieldIssue[]): string {
  const [first] = issues
  const names = [...new Set(issues.map(({ path }) => (path === '' ? 'the body' : path)))]
  if (names.length === 1) return `${first?.path === '' ? 'The body' : names[0]}: ${first?.message ?? ''}`
  const shown = names.slice(0, namesMax).join(', ')
  const more = names.length > namesMax ? ` and ${names.length - namesMax} more` : ''
  return `${names.length} fields need another value: ${shown}${more}.`
}

const namesMax = 8

function toFieldIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      message: 'This field is not known here.',
    }))
  }
  return [{ path, message: issue.message }]
}

/** No database keeps a NUL within a text, wherever it came from: a body, a query, a path. */
function unstorable(value: unknown, path = ''): FieldIssue[] {
  if (typeof value === 'string')
    return value.includes('\u0000') ? [{ path, message: 'Remove the NUL character from this text.' }] : []
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.entries(value).flatMap(([key, entry]) =>
    unstorable(entry, path === '' ? key : `${path}.${key}`),
  )
}
