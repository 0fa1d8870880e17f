import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from '../boundaries/violations.ts'
import { NameRefused } from '../template.ts'
import { generateConnector } from './generate.ts'

const repository = dirname(dirname(import.meta.dirname))
const settings = [
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'vitest.shared.ts',
  'package.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
]
const integrations = 'services/oo/integrations'
const grown = ['sandbox', integrations]
/** A whole compiler and a whole test run, on a machine that may be busy. */
const patience = 300_000
let root = ''
let made: string[] = []
const before = new Map<string, string>()

/** The workspace as it is, by links, and copies of the two packages that a connector is added to. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-new-connector-'))
  for (const file of settings) cpSync(join(repository, file), join(root, file))
  for (const name of ['node_modules', 'platform']) symlinkSync(join(repository, name), join(root, name))
  mkdirSync(join(root, 'services/core'), { recursive: true })
  symlinkSync(join(repository, 'services/core/identity'), join(root, 'services/core/identity'))
  for (const folder of grown) copyPackage(folder)
  for (const path of sources()) before.set(path, read(path))
  made = generateConnector(root, 'plant-care')
  run('.', 'oxfmt', ...made)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function copyPackage(folder: string): void {
  const isSource = (path: string): boolean => !/^(node_modules|\.turbo|coverage)$/.test(basename(path))
  cpSync(join(repository, folder), join(root, folder), { recursive: true, filter: isSource })
  const installed = join(repository, folder, 'node_modules')
  for (const name of readdirSync(installed).flatMap((one) => packagesIn(installed, one))) {
    const link = join(root, folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    const isCopied = name === '@triptych/sandbox'
    symlinkSync(isCopied ? join(root, 'sandbox') : realpathSync(join(installed, name)), link)
  }
}

const packagesIn = (installed: string, name: string): string[] =>
  name.startsWith('@') ? readdirSync(join(installed, name)).map((inner) => `${name}/${inner}`) : [name]

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const sources = (): string[] =>
  grown.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  )

function run(folder: string, tool: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(repository, 'node_modules/.bin', tool), args, {
    cwd: join(root, folder),
    encoding: 'utf8',
    timeout: patience,
    env: { ...process.env, TEST_POSTGRES_URL: '' },
  })
  return { status, output: stdout + stderr }
}

describe('a generated connector', () => {
  it('adds its own files and one line to each of two lists, and touches nothing else', () => {
    const changed = sources().filter((path) => before.has(path) && before.get(path) !== read(path))
    expect(changed.toSorted()).toEqual([
      'sandbox/src/providers.ts',
      'services/oo/integrations/src/connectors/registered.ts',
    ])
    for (const path of changed) {
      const [old, now] = [before.get(path) ?? '', read(path)]
      expect(now.startsWith(old)).toBe(true)
      expect(now.slice(old.length)).toMatch(/^export \{ plantCare\b.*\n$/)
    }
    expect(made.every((path) => existsSync(join(root, path)))).toBe(true)
  })

  it.each(grown)(
    'type-checks and lints in %s',
    (folder) => {
      // What the compiler says about other packages' sources is for their own checks.
      const { output } = run(folder, 'tsc', '-p', '.', '--pretty', 'false')
      expect(output.split('\n').filter((line) => /^\w/.test(line))).toEqual([])
      const own = made.filter((path) => path.startsWith(folder))
      const linted = run('.', 'oxlint', '--type-aware', '--deny-warnings', ...own)
      expect(linted.status, linted.output).toBe(0)
    },
    patience,
  )

  it('keeps the boundaries', () => {
    expect(findViolations(root).violations.filter(({ path }) => path.includes('plant-care'))).toEqual([])
  })

  it(
    'passes the conformance suite, in a service that works as before',
    () => {
      const suites = ['test/conformance.test.ts', 'test/connecting.test.ts']
      const { status, output } = run(integrations, 'vitest', 'run', '--reporter=verbose', ...suites)
      const passed = (name: string) => output.match(new RegExp(`✓.* the connector ${name} `, 'g'))?.length
      expect(passed('plant-care')).toBe(passed('todoist'))
      expect(status, output).toBe(0)
    },
    patience,
  )

  it(
    'is played by the sandbox, whose tests it passes',
    () => {
      const suites = ['src/server.test.ts', 'src/plant-care/provider.test.ts']
      const { status, output } = run('sandbox', 'vitest', 'run', ...suites)
      expect(output).toMatch(/Test Files .*2 passed/)
      expect(status, output).toBe(0)
    },
    patience,
  )
})

it.each(['PlantCare', '../x', 'todoist', 'kit', '', 'a'.repeat(33)])('refuses "%s"', (name) => {
  expect(() => generateConnector(root, name)).toThrow(NameRefused)
})
