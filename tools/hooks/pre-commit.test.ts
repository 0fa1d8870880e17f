import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const repository = dirname(dirname(import.meta.dirname))
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-hooks-'))
  for (const file of ['.oxfmtrc.json', '.oxlintrc.json', 'tsconfig.base.json', 'package.json', 'tools/hooks'])
    cpSync(join(repository, file), join(root, file), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  write('part/package.json', '{ "name": "part", "type": "module" }\n')
  write('part/tsconfig.json', '{ "extends": "../tsconfig.base.json", "include": ["src"] }\n')
  git('init', '-q')
  git('config', 'user.name', 'someone')
  git('config', 'user.email', 'someone@example.org')
  const { CI: _, ...environment } = process.env
  spawnSync(process.execPath, ['tools/hooks/install.mjs'], { cwd: root, env: environment })
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' })

function commit(path: string, text: string): { status: number | null; said: string } {
  write(path, text)
  git('add', path)
  const { status, stdout, stderr } = git('commit', '-q', '-m', 'change')
  return { status, said: stdout + stderr }
}

it('lets a sound change through, whatever lies unfinished beside it', () => {
  write('part/src/unfinished.ts', 'export const half: string = 1;;\n')
  expect(commit('part/src/sound.ts', 'export const whole = 1\n')).toEqual({ status: 0, said: '' })
})

it.each([
  ['format', 'export const a   =  1;\n'],
  ['lint', "import { b } from './b.ts'\nexport const a = b as any\n"],
  ['types', "export const a: number = 'one'\n"],
])('stops a change whose %s is wrong', (what, text) => {
  const { status, said } = commit('part/src/a.ts', text)
  expect(status).toBe(1)
  expect(said).toContain(`${what}:`)
  expect(git('log').status).not.toBe(0)
})
