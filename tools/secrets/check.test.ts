import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'

const repository = dirname(dirname(import.meta.dirname))
const root = mkdtempSync(join(tmpdir(), 'triptych-secrets-'))

afterEach(() => rmSync(root, { recursive: true, force: true }))

it('finds a password in a file that git knows', () => {
  mkdirSync(join(root, 'tools'))
  cpSync(import.meta.dirname, join(root, 'tools/secrets'), { recursive: true })
  symlinkSync(join(repository, 'tools/node_modules'), join(root, 'tools/node_modules'))
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root })
  const check = () => spawnSync(process.execPath, ['tools/secrets/check.ts'], { cwd: root, encoding: 'utf8' })
  git('init', '-q')
  writeFileSync(join(root, 'page.txt'), 'nothing to hide\n')
  git('add', 'page.txt')
  expect(check().status).toBe(0)
  // Put together here, so that this file itself gives no alarm.
  const password = ['horse', 'battery'].join('')
  writeFileSync(join(root, 'page.txt'), `url: postgres://someone:${password}@db.example.com/x\n`)
  const found = check()
  expect(found.status).toBe(1)
  expect(found.stdout).toContain('page.txt')
})
