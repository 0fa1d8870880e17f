import type { z } from 'zod'
import { type FieldIssue, failure, requestErrors } from './error.ts'

/** Parses what a caller sent; names every field that is wrong and what is allowed. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.flatMap(toFieldIssues)
  throw failure(requestErrors.invalid, { detail: summary(issues), issues })
}

const summary = (issues: readonly FieldIssue[]): string =>
  issues.length === 1 && issues[0] !== undefined
    ? `${issues[0].path === '' ? 'The body' : issues[0].path}: ${issues[0].message}`
    : `${issues.length} fields need another value.`

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
