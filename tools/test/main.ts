import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findLanes, laneVariables, type Lane } from '../lanes.ts'
import { createGuard } from '../start/guard.ts'
import { paint, terminal as out } from '../start/speaker.ts'
import { createStopRequests } from '../start/stop-requests.ts'
import { closingLine, sum, type Counts } from './counts.ts'
import {
  type Choice,
  planBrowserTests,
  planChaosTests,
  planChecks,
  planPackageTests,
  type Step,
} from './plan.ts'
import { createRunner, type Runner } from './runner.ts'

const root = dirname(dirname(import.meta.dirname))
const words = process.argv.slice(2)
const isEveryLaneWanted = process.env['LANES'] === 'all' || words.includes('--all-lanes')
const isChaos = words.includes('--chaos')
const only = words.filter((word) => !word.startsWith('--'))
const minute = 60_000

async function main(reports: string): Promise<number> {
  const lanes = await findLanes(process.env)
  const guard = createGuard()
  const env = { NODE_ENV: 'test', ...process.env, ...laneVariables(lanes), SANDBOX: 'on' }
  const runner = createRunner({ env, guard, out, limitMs: (isChaos ? 45 : 25) * minute })
  createStopRequests(process).onStop(() => {
    void runner.stop().then(() => process.exit(130))
  })
  // One package alone stays quick.
  const choice = { root, node: process.execPath, reports, only, covered: only.length === 0 }
  const results: Counts[] = [showLanes(runner, lanes)]
  if (isChaos) {
    runner.section('Chaos, for minutes')
    results.push(...(await runner.test(planChaosTests(choice), 2)))
  } else results.push(...(await runTests(runner, choice, lanes)))
  guard.close()
  showLeftOut(lanes)
  const total = sum(results)
  out.write(`\n${closingLine(total)}\n`)
  return total.failed === 0 ? 0 : 1
}

async function runTests(runner: Runner, choice: Choice, lanes: readonly Lane[]): Promise<Counts[]> {
  const results: Counts[] = []
  if (choice.only.length === 0) results.push(...(await runChecks(runner)))
  runner.section('Tests')
  results.push(...(await runner.test(planPackageTests(choice), 2)))
  const browser = planBrowserTests(choice)
  if (browser.length > 0 && isFound(lanes, 'chromium')) {
    runner.section('Browser tests')
    results.push(...(await runner.check([buildStep()], 1)), ...(await runner.test(browser, 1)))
  }
  return results
}

const isFound = (lanes: readonly Lane[], name: string): boolean =>
  lanes.some((lane) => lane.name === name && 'value' in lane.found)

function showLanes(runner: Runner, lanes: readonly Lane[]): Counts {
  runner.section('Lanes')
  const missing = lanes.filter(({ found }) => 'missing' in found)
  for (const { name, found } of lanes) {
    const mark =
      'value' in found ? paint(out, 'green', 'ok  ') : isEveryLaneWanted ? paint(out, 'red', 'FAIL') : '–   '
    out.write(`  ${mark} ${name}${'missing' in found ? `  ${found.missing}` : ''}\n`)
  }
  return { passed: 0, failed: isEveryLaneWanted ? missing.length : 0, skipped: 0 }
}

async function runChecks(runner: Runner): Promise<Counts[]> {
  runner.section('Checks')
  return runner.check(planChecks(root, process.execPath), 2)
}

function buildStep(): Step {
  return {
    name: 'web builds',
    command: process.execPath,
    args: [join(root, 'tools', 'start', 'build-web.ts')],
    cwd: root,
  }
}

function showLeftOut(lanes: readonly Lane[]): void {
  const missing = lanes.filter(({ found }) => 'missing' in found)
  if (missing.length === 0) return
  out.write(`\n${paint(out, 'bold', 'Left out')}\n`)
  for (const { name, variable, needs } of missing)
    out.write(`  ${name}: needs ${needs}; ${variable}=… npm test\n`)
  out.write(`  On Debian, all of them: eval "$(bash tools/services.sh)" && npm test\n`)
}

const reports = mkdtempSync(join(tmpdir(), 'triptych-reports-'))
const code = await main(reports).finally(() => rmSync(reports, { recursive: true, force: true }))
process.exit(code)
