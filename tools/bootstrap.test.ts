import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainFailure, nodeTooOld } from './bootstrap.mjs'

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'triptych-bootstrap-'))
  mkdirSync(join(directory, 'bin'))
  writeFileSync(join(directory, 'pnpm-lock.yaml'), 'first')
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ packageManager: 'pnpm@10.0.0' }))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Plays npx: notes its arguments, then does what an installation does. */
function installer(script: string): void {
  const file = join(directory, 'bin', 'npx')
  writeFileSync(file, `#!/bin/sh\necho "$@" >> "${directory}/calls"\n${script}\n`)
  chmodSync(file, 0o755)
}

function prepare(): { status: number | null; output: string } {
  const url = new URL('bootstrap.mjs', import.meta.url).href
  const code = `import { prepare } from ${JSON.stringify(url)}; await prepare(${JSON.stringify(directory)})`
  const env = { ...process.env, PATH: `${join(directory, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

const calls = (): string[] => readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n')
const installs = 'mkdir -p node_modules/node/bin && touch node_modules/node/bin/node'

describe('the installation', () => {
  it('runs once for a lock file, and again when the lock file changes', () => {
    installer(installs)
    expect([prepare().status, prepare().status]).toEqual([0, 0])
    expect(calls()).toEqual([expect.stringMatching(/^--yes pnpm@10\.0\.0 install --frozen-lockfile /)])
    writeFileSync(join(directory, 'pnpm-lock.yaml'), 'second')
    expect(prepare().status).toBe(0)
    expect(calls()).toHaveLength(2)
  })

  it('is tried again after it failed, and after node_modules was removed', () => {
    installer('echo broken; exit 1')
    expect(prepare()).toMatchObject({ status: 1, output: expect.stringContaining('broken') })
    installer(installs)
    expect(prepare().status).toBe(0)
    rmSync(join(directory, 'node_modules'), { recursive: true })
    expect(prepare().status).toBe(0)
    expect(calls()).toHaveLength(3)
  })

  it('says that the registry is missing when the network is', () => {
    expect(explainFailure('ERR_PNPM_META_FETCH_FAIL getaddrinfo ENOTFOUND')).toContain('could not be reached')
    expect(explainFailure('ERR_PNPM_OUTDATED_LOCKFILE')).not.toContain('could not be reached')
  })

  it('refuses a Node that is too old, by name', () => {
    expect(nodeTooOld('v18.20.1')).toContain('v18.20.1')
    expect(nodeTooOld('v20.0.0')).toBeUndefined()
  })
})
