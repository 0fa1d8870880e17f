import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { findViolations, ruleNames } from './violations.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const planted = readdirSync(fixtures).filter((name) => name !== 'sound')
const directories: string[] = []

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

/** The sound workspace, with what the fixture changes laid over it. */
function brokenRules(fixture?: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'triptych-boundaries-'))
  directories.push(directory)
  for (const layer of ['sound', ...(fixture === undefined ? [] : [fixture])])
    cpSync(join(fixtures, layer), directory, { recursive: true })
  return findViolations(directory).violations.map(({ rule, path, line }) => `${rule} ${path}:${line}`)
}

it('finds nothing in a sound workspace', () => {
  expect(brokenRules()).toEqual([])
})

it('has a planted violation for every rule', () => {
  expect(planted.toSorted()).toEqual(ruleNames.toSorted())
})

it.each(planted)('catches the planted violation of %s, and only that', (name) => {
  const broken = brokenRules(name)
  expect(broken).toMatchSnapshot()
  expect(new Set(broken.map((entry) => entry.split(' ')[0]))).toEqual(new Set([name]))
})
