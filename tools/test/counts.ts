import { z } from 'zod'
import { readJson } from './read-json.ts'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const none: Counts = { passed: 0, failed: 0, skipped: 0 }

export const add = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

export const sum = (all: readonly Counts[]): Counts => all.reduce(add, none)

/** The closing line, which machines read. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** Vitest and Jest write the same report. */
const UnitReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number().default(0),
    numTodoTests: z.number().default(0),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))

const BrowserReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))

const Report = z.union([UnitReport, BrowserReport])

/**
 * What a test program counted, held against its exit code: a run that failed without a failed test (a file that does
 * not load, a crash, no report at all) counts as one failure.
 */
export function readCounts(file: string, exitCode: number): Counts {
  const report = Report.safeParse(readJson(file))
  const counts = report.success ? report.data : none
  const isUnread = !report.success
  if ((exitCode !== 0 || isUnread) && counts.failed === 0) return { ...counts, failed: 1 }
  return counts
}
