import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const root = join(import.meta.dirname, '..')
const dist = mkdtempSync(join(tmpdir(), 'triptych-oo-'))
const read = (name: string): string => readFileSync(join(dist, name), 'utf8')
const assets = (ending: string): string[] =>
  readdirSync(join(dist, 'assets')).filter((name) => name.endsWith(ending))

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } })
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dist, { recursive: true, force: true })
})

it('stays below 90 kB of script and style, compressed', () => {
  const bytes = [...assets('.js'), ...assets('.css')].map(
    (name) => gzipSync(read(`assets/${name}`), { level: 9 }).length,
  )
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(90_000)
})

it('brings along where to call, not the machinery that checks it', () => {
  const script = assets('.js')
    .map((name) => read(`assets/${name}`))
    .join('\n')
  expect(script).toContain('/connectors/{provider}/connect')
  expect(script).not.toMatch(/ZodError|safeParse|typeName/)
})

it('opens without a connection: the worker knows every file', () => {
  const worker = read('sw.js')
  for (const name of [
    'index.html',
    'manifest.webmanifest',
    'icon.svg',
    ...assets('.js').map((file) => `assets/${file}`),
  ])
    expect(worker).toContain(`/oo/${name}`)
  expect(worker).not.toMatch(/^\s*import\b/m)
})
