/** Builds what is published: ES modules that need nothing but Node, and the types of the entry. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'rolldown'

const out = join(import.meta.dirname, 'dist')
rmSync(out, { recursive: true, force: true })
await build({
  input: {
    index: 'src/index.ts',
    background: 'src/background.ts',
    demo: 'src/demo/main.ts',
  },
  cwd: import.meta.dirname,
  platform: 'node',
  // Anything else that stays outside the bundle fails the build.
  external: /^node:/,
  transform: { target: 'node20' },
  onLog: (level, log) => {
    if (level === 'warn') throw new Error(log.message)
  },
  // Beside each other: the worker is found by its place.
  output: { dir: out, format: 'esm', chunkFileNames: '[name].js' },
})
chmodSync(join(out, 'demo.js'), 0o755)
buildTypes()

/** Declarations of the entry and of what they name; not of the insides. */
function buildTypes(): void {
  const all = mkdtempSync(join(tmpdir(), 'license-client-types-'))
  try {
    const tsc = join(import.meta.dirname, 'node_modules', '.bin', 'tsc')
    execFileSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', all], {
      cwd: import.meta.dirname,
      stdio: 'inherit',
    })
    const source = join(all, 'sdks', 'license-client', 'src')
    copyReached(join(source, 'index.d.ts'), source)
  } finally {
    rmSync(all, { recursive: true })
  }
}

function copyReached(entry: string, base: string): void {
  const reached = new Set([entry])
  for (const file of reached) {
    const text = readFileSync(file, 'utf8').replaceAll(/(from '\.[^']+)\.ts'/g, "$1.js'")
    writeFileSync(join(out, relative(base, file)), text)
    for (const [, path = ''] of text.matchAll(/from '(\.[^']+)\.js'/g))
      reached.add(resolve(dirname(file), `${path}.d.ts`))
  }
}
