import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hardwareIdOf } from '../src/index.ts'

const entry = join(import.meta.dirname, '..', 'src', 'index.ts')
const inAnotherProcess = (env: Record<string, string> = {}): string =>
  execFileSync(
    process.execPath,
    ['-e', `import(${JSON.stringify(entry)}).then((m) => m.hardwareIdOf()).then(console.log)`],
    {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    },
  ).trim()

it('is a hash, the same in every process of the machine', async () => {
  const id = await hardwareIdOf()
  expect(id).toMatch(/^[\w-]{43}$/)
  expect(inAnotherProcess()).toBe(id)
})

it('gives way to a name, given or in the environment', async () => {
  const named = await hardwareIdOf('build-agent-7')
  expect(named).not.toBe(await hardwareIdOf())
  expect(named).not.toContain('build-agent')
  expect(inAnotherProcess({ CODITECT_HARDWARE_ID: 'build-agent-7' })).toBe(named)
})
