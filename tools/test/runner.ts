import { startChild, type Child } from '../start/children.ts'
import type { Guard } from '../start/guard.ts'
import { createRecorder, paint, type Terminal } from '../start/speaker.ts'
import { closingLine, readCounts, type Counts } from './counts.ts'
import { readLineCoverage } from './coverage.ts'
import type { Step, TestStep } from './plan.ts'

export interface Runner {
  /** Runs checks, some at a time; one failure for each that does not end with 0. */
  check(steps: readonly Step[], atOnce: number): Promise<Counts[]>
  /** Runs tests, some at a time, and counts them. */
  test(steps: readonly TestStep[], atOnce: number): Promise<Counts[]>
  section(title: string): void
  stop(): Promise<void>
}

interface Setting {
  readonly env: NodeJS.ProcessEnv
  readonly guard: Guard
  readonly out: Terminal
  /** A program that runs longer is ended and counts as failed. */
  readonly limitMs: number
}

interface Outcome {
  readonly code: number
  readonly lines: readonly string[]
  readonly seconds: string
}

export function createRunner({ env, guard, out, limitMs }: Setting): Runner {
  const running = new Set<Child>()

  const execute = async (step: Step): Promise<Outcome> => {
    const begin = performance.now()
    const lines: string[] = []
    const program = { ...step, env: { ...env, ...step.env } }
    const child = startChild(program, { guard, speaker: createRecorder(lines) })
    running.add(child)
    const timer = setTimeout(() => {
      lines.push(`ended after ${limitMs / 60_000} minutes`)
      void child.stop(5_000)
    }, limitMs)
    const code = await child.exited
    clearTimeout(timer)
    running.delete(child)
    return { code, lines, seconds: `${((performance.now() - begin) / 1000).toFixed(1)} s` }
  }
  const report = (isGood: boolean, text: string, { lines, seconds }: Outcome): void => {
    const mark = isGood ? paint(out, 'green', 'ok  ') : paint(out, 'red', 'FAIL')
    out.write(`  ${mark} ${text} ${paint(out, 'dim', seconds)}\n`)
    if (!isGood) out.write(`${lines.map((line) => `       ${line}`).join('\n')}\n`)
  }
  const test = async (step: TestStep): Promise<Counts> => {
    const outcome = await execute(step)
    const counts = readCounts(step.report, outcome.code)
    if (step.coverage === undefined) {
      report(counts.failed === 0, `${step.name}  ${closingLine(counts)}`, outcome)
      return counts
    }
    const lines = readLineCoverage(step.coverage)
    const isMeasured = lines !== undefined || counts.failed > 0
    const all = isMeasured ? counts : { ...counts, failed: 1 }
    const said = lines === undefined ? 'lines not measured' : `${lines} % of lines`
    report(all.failed === 0, `${step.name}  ${closingLine(all)}, ${said}`, outcome)
    return all
  }
  const check = async (step: Step): Promise<Counts> => {
    const outcome = await execute(step)
    report(outcome.code === 0, step.name, outcome)
    return { passed: 0, failed: outcome.code === 0 ? 0 : 1, skipped: 0 }
  }
  return {
    section: (title) => out.write(`\n${paint(out, 'bold', title)}\n`),
    check: (steps, atOnce) => runAll(steps, atOnce, check),
    test: (steps, atOnce) => runAll(steps, atOnce, test),
    async stop() {
      await Promise.all([...running].map((child) => child.stop(3_000)))
    },
  }
}

/** So many at a time, the next as soon as one ends. */
async function runAll<S extends Step>(
  steps: readonly S[],
  atOnce: number,
  run: (step: S) => Promise<Counts>,
): Promise<Counts[]> {
  const results: Counts[] = []
  const queue = steps.values()
  const work = async (): Promise<void> => {
    for (const step of queue) results.push(await run(step))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}
