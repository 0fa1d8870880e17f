import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGuard } from '../start/guard.ts'
import { closingLine, sum } from './counts.ts'
import { planBrowserTests, planPackageTests } from './plan.ts'
import { createRunner } from './runner.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-tests-'))
  writeFileSync(join(root, 'pnpm-workspace.yaml'), 'packages:\n  - parts/*\n  - services/*/*\n')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A package whose test program, given its arguments, does this. */
function part(name: string, script: string, program: string): void {
  const directory = join(root, 'parts', name)
  mkdirSync(directory, { recursive: true })
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name, scripts: { [script]: 'node vitest.mjs' } }),
  )
  writeFileSync(
    join(directory, 'vitest.mjs'),
    `import { writeFileSync } from 'node:fs'
     const file = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ??
       process.argv.find((word) => word.startsWith('--outputFile.json=')).split('=')[1]
     const report = (value) => writeFileSync(file, JSON.stringify(value))
     ${program}`,
  )
}

async function run(limitMs = 20_000): Promise<{ line: string; output: string }> {
  let output = ''
  const guard = createGuard()
  const runner = createRunner({
    env: process.env,
    guard,
    limitMs,
    out: { colours: false, write: (text) => void (output += text) },
  })
  const choice = { root, node: process.execPath, reports: root, only: [], covered: true }
  const unit = await runner.test(planPackageTests(choice), 2)
  const browser = await runner.test(planBrowserTests(choice), 1)
  guard.close()
  return { line: closingLine(sum([...unit, ...browser])), output }
}

it('adds up what the packages counted', async () => {
  part('a', 'test', 'report({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 })')
  part(
    'b',
    'test',
    'report({ numPassedTests: 4, numFailedTests: 1 }); console.log("who broke"); process.exit(1)',
  )
  part('c', 'test:browser', 'report({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 1 } })')
  const { line, output } = await run()
  expect(line).toBe('13 passed, 1 failed, 3 skipped')
  expect(output).toContain('who broke')
})

it('counts as failed what ends badly, reports nothing, or reports nonsense', async () => {
  part('loads-not', 'test', 'report({ numPassedTests: 2, numFailedTests: 0 }); process.exit(1)')
  part('silent', 'test', '')
  part('nonsense', 'test', 'report("all good")')
  expect((await run()).line).toBe('2 passed, 3 failed')
})

/** A service with one test, which reaches so many of its hundred lines. */
function service(folder: string, reached: number): void {
  const directory = join(root, 'services', folder)
  const repository = dirname(dirname(import.meta.dirname))
  const lines = (count: number) => Array.from({ length: count }, () => '  sum += 1\n').join('')
  mkdirSync(join(directory, 'src'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(directory, 'node_modules'))
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name: folder, type: 'module', scripts: { test: 'vitest run' } }),
  )
  writeFileSync(
    join(directory, 'vitest.config.ts'),
    `export { shared as default } from '${join(repository, 'vitest.shared.ts')}'\n`,
  )
  writeFileSync(
    join(directory, 'src/sum.ts'),
    `let sum = 0
export const reached = () => {\n${lines(reached - 4)}  return sum\n}
export const missed = () => {\n${lines(99 - reached)}  return sum\n}\n`,
  )
  writeFileSync(
    join(directory, 'src/sum.test.ts'),
    `import { expect, it } from 'vitest'
import { reached } from './sum.ts'
it('sums', () => expect(reached()).toBeGreaterThan(0))\n`,
  )
}

it('fails a service whose tests reach too few of its lines, where money is counted sooner', async () => {
  service('kalei/mirror', 82)
  service('kalei/turn', 78)
  service('core/billing', 82)
  const { line, output } = await run(120_000)
  expect(line).toBe('3 passed, 2 failed')
  expect(output).toContain('ok   services/kalei/mirror  1 passed, 0 failed, 82 % of lines')
  expect(output).toContain('FAIL services/kalei/turn  1 passed, 1 failed, 78 % of lines')
  expect(output).toContain('FAIL services/core/billing  1 passed, 1 failed, 82 % of lines')
  expect(output).toContain('does not meet global threshold (85%)')
})

it('fails a service whose lines were not measured', async () => {
  service('kalei/turn', 100)
  writeFileSync(
    join(root, 'services/kalei/turn/package.json'),
    JSON.stringify({ name: 'turn', type: 'module', scripts: { test: 'node vitest.mjs' } }),
  )
  writeFileSync(
    join(root, 'services/kalei/turn/vitest.mjs'),
    `import { writeFileSync } from 'node:fs'
     const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).split('=')[1]
     writeFileSync(file, JSON.stringify({ numPassedTests: 1, numFailedTests: 0 }))`,
  )
  const { line, output } = await run()
  expect(line).toBe('1 passed, 1 failed')
  expect(output).toContain('lines not measured')
})

it('ends what never ends', async () => {
  part('endless', 'test', 'setInterval(() => {}, 1000)')
  const { line, output } = await run(1_000)
  expect(line).toBe('0 passed, 1 failed')
  expect(output).toContain('ended after')
})
