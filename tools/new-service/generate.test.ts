import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from '../boundaries/violations.ts'
import { NameRefused } from '../template.ts'
import { generateService, writeMessages } from './generate.ts'

const repository = dirname(dirname(import.meta.dirname))
const settings = [
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'vitest.shared.ts',
  'package.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'buf.gen.yaml',
]
/** A whole compiler and a whole test run, on a machine that may be busy. */
const patience = 300_000
let root = ''
let folder = ''

/** The workspace as it is, by links, with one service more. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-new-service-'))
  for (const file of settings) cpSync(join(repository, file), join(root, file))
  for (const name of ['node_modules', 'platform']) symlinkSync(join(repository, name), join(root, name))
  mkdirSync(join(root, 'services/core'), { recursive: true })
  symlinkSync(join(repository, 'services/core/identity'), join(root, 'services/core/identity'))
  const made = generateService(root, { area: 'sample', name: 'plant-care' })
  writeMessages(root, made)
  folder = join(root, made)
  linkPackages(join(folder, 'node_modules'))
  run('oxfmt', folder)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What an installation would link: the workspace's packages and the shared libraries. */
function linkPackages(modules: string): void {
  mkdirSync(join(modules, '@triptych'), { recursive: true })
  for (const name of ['bus', 'config', 'db', 'http', 'jobs', 'kernel', 'runtime', 'testkit'])
    symlinkSync(join(repository, 'platform', name), join(modules, '@triptych', name))
  symlinkSync(join(repository, 'services/core/identity'), join(modules, '@triptych/identity'))
  symlinkSync(join(repository, 'platform/db/node_modules/kysely'), join(modules, 'kysely'))
  mkdirSync(join(modules, '@bufbuild'))
  symlinkSync(
    join(repository, 'platform/kernel/node_modules/@bufbuild/protobuf'),
    join(modules, '@bufbuild/protobuf'),
  )
}

function run(tool: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(repository, 'node_modules/.bin', tool), args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: patience,
    env: { ...process.env, TEST_POSTGRES_URL: '' },
  })
  return { status, output: stdout + stderr }
}

describe('a generated service', () => {
  it('has the anatomy of a service', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'README.md',
      'migrations',
      'node_modules',
      'package.json',
      'proto',
      'src',
      'tsconfig.json',
      'vitest.config.ts',
    ])
    expect(existsSync(join(folder, 'migrations/0001_plant_care.sql'))).toBe(true)
    const parts = [
      'consumers.ts',
      'contract',
      'deps.ts',
      'domain',
      'http',
      'jobs.ts',
      'module.ts',
      'ports',
      'serve.ts',
    ]
    expect(readdirSync(join(folder, 'src'))).toEqual(expect.arrayContaining(parts))
    const headings = readFileSync(join(folder, 'README.md'), 'utf8').match(/^## .*$/gm)
    expect(headings).toEqual(
      ['Purpose', 'Operations', 'Events', 'Data owned', 'Invariants', 'When it breaks'].map(
        (name) => `## ${name}`,
      ),
    )
  })

  it(
    'type-checks and lints',
    () => {
      // What the compiler says about the platform's own sources is for the platform's own check.
      const { output } = run('tsc', '-p', '.', '--pretty', 'false')
      expect(output.split('\n').filter((line) => /^\w/.test(line))).toEqual([])
      // Without types: across the links of this workspace the type-aware linter would load every package's sources.
      const linted = run('oxlint', '--deny-warnings', '-c', join(root, '.oxlintrc.json'), 'src')
      expect(linted.status, linted.output).toBe(0)
    },
    patience,
  )

  it('keeps the boundaries', () => {
    const broken = findViolations(root).violations.filter(({ path }) => path.startsWith('services/sample/'))
    expect(broken).toEqual([])
  })

  it(
    'passes its own tests, which hold every operation against its contract',
    () => {
      const { status, output } = run('vitest', 'run')
      expect(output).toMatch(/Tests .*\d+ passed/)
      expect(status, output).toBe(0)
    },
    patience,
  )
})

it.each([
  { area: 'sample', name: 'PlantCare' },
  { area: '../x', name: 'plants' },
  { area: 'core', name: 'kernel' },
  { area: '', name: '' },
])('refuses $area/$name', (wanted) => {
  expect(() => generateService(root, wanted)).toThrow(NameRefused)
})
