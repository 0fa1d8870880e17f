import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from 'rolldown'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LicenseServer } from './support/license-server.ts'
import { nodes } from './support/nodes.ts'
import { folder, Home } from './support/process.ts'

const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
let elsewhere = ''
let home: Home
let server: LicenseServer

beforeEach(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'license-client-user-'))
  home = new Home()
  server = await LicenseServer.start()
})
afterEach(async () => {
  rmSync(elsewhere, { recursive: true })
  home.remove()
  await server.close()
})

interface Packed {
  readonly filename: string
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

function pack(...options: string[]): Packed {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', elsewhere, ...options]
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: folder, encoding: 'utf8' })) as Packed[]
  if (packed === undefined) throw new Error('npm packed nothing')
  return packed
}

/** What a user has after installing: the packed files, and nothing else of this repository. */
function install(): void {
  const { filename } = pack()
  const target = join(elsewhere, 'node_modules', '@coditect', 'license-client')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', join(elsewhere, filename), '-C', target, '--strip-components=1'])
}

describe('what is published', () => {
  it('depends on nothing, and is made to be published', () => {
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('peerDependencies')
    expect(manifest).not.toHaveProperty('private')
    expect(manifest['publishConfig']).toEqual({ access: 'public', provenance: true })
  })

  it('is the built files and the README, and small', () => {
    const { files, unpackedSize } = pack('--dry-run')
    expect(files.map(({ path }) => path)).toEqual([
      'README.md',
      'dist/background.js',
      'dist/demo.js',
      'dist/fingerprint.d.ts',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/license-file.d.ts',
      'dist/src.js',
      'dist/transport.js',
      'dist/types.d.ts',
      'package.json',
    ])
    expect(files.find(({ path }) => path === 'dist/demo.js')?.mode).toBe(0o755)
    expect(unpackedSize).toBeLessThan(100_000)
  })

  it('names no other package in code or types', () => {
    for (const { path } of pack('--dry-run').files.filter((file) => file.path.startsWith('dist/')))
      for (const [, specifier] of readFileSync(join(folder, path), 'utf8').matchAll(
        /(?:from|import) ["']([^"']+)["']/g,
      ))
        expect(specifier).toMatch(/^(\.\/|node:)/)
  })

  it('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: folder, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it('has types that a strict user can rely on', () => {
    install()
    writeFileSync(
      join(elsewhere, 'use.ts'),
      `import { createLicenseClient, type Verdict } from '@coditect/license-client'
       const client = createLicenseClient({ licenseKey: '', baseUrl: '', trustedKeys: { keys: [] } })
       client.on('offline', ({ message, graceEndsInMs }) => console.log(message.length, graceEndsInMs.toFixed()))
       const verdict: Verdict = await client.acquire()
       if (verdict.status === 'refused') console.log(verdict.refusal.reason)
       // @ts-expect-error there is no such event
       client.on('no_such_event', () => {})
       export {}`,
    )
    writeFileSync(join(elsewhere, 'package.json'), '{"type":"module"}')
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
    const roots = ['--typeRoots', join(folder, '..', '..', 'node_modules', '@types')]
    const tsc = join(folder, 'node_modules', '.bin', 'tsc')
    expect(() =>
      execFileSync(tsc, [...options, ...roots, 'use.ts'], { cwd: elsewhere, encoding: 'utf8' }),
    ).not.toThrow()
  })
})

describe.each(nodes)('installed, in Node %s', (_version, node) => {
  const options = () => ({ baseUrl: server.url, trustedKeys: server.trustedKeys })

  it('is found by its name, and runs', async () => {
    install()
    const program = join(elsewhere, 'host.mjs')
    copyFileSync(join(import.meta.dirname, 'support', 'host.mjs'), program)
    const host = home.start(node, {
      ...options(),
      program,
      entry: '@coditect/license-client',
      does: ['release'],
    })
    expect(await host.ended()).toMatchObject({ code: 0, errors: '' })
    expect(host.lines).toEqual(['acquired', 'verdict: online', 'released'])
  })

  it('runs bundled into one file, without its worker beside it', async () => {
    const bundled = join(elsewhere, 'bundled')
    await build({
      input: join(folder, 'dist', 'index.js'),
      platform: 'node',
      output: { dir: bundled, entryFileNames: 'all.mjs', codeSplitting: false },
    })
    const host = home.start(node, { ...options(), entry: join(bundled, 'all.mjs'), does: ['release'] })
    expect(await host.ended()).toMatchObject({ code: 0, errors: '' })
    expect(host.lines).toEqual(['acquired', 'verdict: online', 'released'])
  })

  it('loads what the host preloads once', async () => {
    const preloaded = join(elsewhere, 'preloaded.mjs')
    writeFileSync(preloaded, `process.stdout.write('preloaded\\n')`)
    const env = { NODE_OPTIONS: `--import=${preloaded}` }
    const host = home.start(node, { ...options(), env, does: ['release'] })
    expect(await host.ended()).toMatchObject({ code: 0, errors: '' })
    expect(host.lines).toEqual(['preloaded', 'acquired', 'verdict: online', 'released'])
  })
})
