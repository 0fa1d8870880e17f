import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findPackages, type WorkspacePackage } from '../packages.ts'

/** One program to run. */
export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** A step that leaves a report of its tests behind. */
export interface TestStep extends Step {
  readonly report: string
  /** Where it leaves what its tests reached, when that is measured. */
  readonly coverage?: string
}

/** What holds for the whole tree, in the order from fast to slow. */
export function planChecks(root: string, node: string): Step[] {
  const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
  const tool = (name: string): Pick<Step, 'command' | 'args' | 'cwd'> => ({
    command: node,
    args: [join(root, 'tools', name, 'check.ts')],
    cwd: root,
  })
  return [
    { name: 'format', command: bin('oxfmt'), args: ['--check', '.'], cwd: root },
    { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'], cwd: root },
    // What runs on a server is one program: its packages are read once and not anew for each that uses them.
    { name: 'types', command: bin('tsc'), args: ['-p', '.'], cwd: root },
    {
      name: 'types of what has a library of its own',
      command: bin('turbo'),
      args: ['run', 'typecheck', '--continue', '--concurrency=2', '--output-logs=errors-only'],
      cwd: root,
    },
    { name: 'boundaries', ...tool('boundaries') },
    { name: 'licences', ...tool('licences') },
    { name: 'drift', ...tool('drift') },
    ...(existsSync(join(root, '.git')) ? [{ name: 'secrets', ...tool('secrets') }] : []),
  ]
}

export interface Choice {
  readonly root: string
  readonly node: string
  readonly reports: string
  /** Folder or package names; none means all. */
  readonly only: readonly string[]
  /** Whether the services' line coverage is measured and held against `vitest.shared.ts`. */
  readonly covered: boolean
}

/** The unit and service tests: the script `test` of each package. */
export const planPackageTests = (choice: Choice): TestStep[] =>
  choose(choice, 'test').map((one) => packageStep(choice, one))

/** The browser tests: the script `test:browser` of each package that has one. */
export const planBrowserTests = (choice: Choice): TestStep[] =>
  choose(choice, 'test:browser').map((one) => browserStep(choice, one))

/** The same at their full size, for minutes: the script `test:chaos` of each package that has one. */
export const planChaosTests = (choice: Choice): TestStep[] =>
  choose(choice, 'test:chaos').map((one) => {
    const report = join(choice.reports, `${one.folder.replaceAll('/', '-')}-chaos.json`)
    const step = scriptStep(choice, one, 'test:chaos', reportArgs(one.scripts['test:chaos'] ?? '', report))
    return { ...step, env: { TEST_CHAOS: 'on' }, report }
  })

function packageStep(choice: Choice, one: WorkspacePackage): TestStep {
  const base = join(choice.reports, one.folder.replaceAll('/', '-'))
  const report = `${base}.json`
  const args = reportArgs(one.scripts['test'] ?? '', report)
  if (!choice.covered || !one.folder.startsWith('services/'))
    return { ...scriptStep(choice, one, 'test', args), report }
  const directory = `${base}-coverage`
  const measured = [...args, '--coverage.enabled', `--coverage.reportsDirectory=${directory}`]
  return {
    ...scriptStep(choice, one, 'test', measured),
    report,
    coverage: join(directory, 'coverage-summary.json'),
  }
}

function browserStep(choice: Choice, one: WorkspacePackage): TestStep {
  const report = join(choice.reports, `${one.folder.replaceAll('/', '-')}-browser.json`)
  return {
    ...scriptStep(choice, one, 'test:browser', ['--reporter=list,json']),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
  }
}

function choose({ root, only }: Choice, script: string): WorkspacePackage[] {
  const isWanted = (one: WorkspacePackage): boolean =>
    only.length === 0 || only.some((name) => one.name === name || one.folder.split('/').includes(name))
  return findPackages(root).filter((one) => one.scripts[script] !== undefined && isWanted(one))
}

function scriptStep(choice: Choice, one: WorkspacePackage, script: string, args: readonly string[]): Step {
  return {
    name: one.folder,
    command: choice.node,
    args: ['--run', script, '--', ...args],
    cwd: one.directory,
  }
}

function reportArgs(script: string, report: string): string[] {
  if (/\bjest\b/.test(script)) return ['--json', `--outputFile=${report}`]
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}
