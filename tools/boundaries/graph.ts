import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { findPackages, type WorkspacePackage } from '../packages.ts'
import { readSource, type EnvironmentRead, type WrittenImport } from './read.ts'

/** Where an import leads. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'workspace'
      readonly unit: Unit
      readonly entry: string
      readonly path: string | undefined
    }
  | { readonly kind: 'builtin' | 'external'; readonly name: string }

export interface Import extends WrittenImport {
  readonly target: Target
}

export interface SourceFile {
  /** Relative to the workspace. */
  readonly path: string
  /** Relative to the package. */
  readonly inner: string
  readonly unit: Unit
  /** Tests, benchmarks and configuration: programs about the code, not part of it. */
  readonly isAbout: boolean
  readonly imports: readonly Import[]
  readonly environment: readonly EnvironmentRead[]
}

export type UnitKind = 'service' | 'library' | 'platform' | 'web' | 'app' | 'sandbox' | 'sdk'

/** A package with the part it plays; found by its folder, never by a list. */
export interface Unit extends WorkspacePackage {
  readonly kind: UnitKind
}

export interface Graph {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly units: readonly Unit[]
}

const notSource = new Set([
  'node_modules',
  'dist',
  'gen',
  'coverage',
  '.expo',
  'android',
  'ios',
  'public',
  'fixtures',
])
const about =
  /\.(test|spec|bench|eval|config)\.[a-z]+$|(^|\/)(test|tests|e2e|bench|scripts|testing)\/|(^|\/)testing\.ts$/
const extensions = [
  '',
  '.ts',
  '.tsx',
  '.mjs',
  '.js',
  '/index.ts',
  '/index.tsx',
  '.web.ts',
  '.web.tsx',
  '.native.ts',
]
const builtins = new Set(builtinModules)

function kindOf(one: WorkspacePackage): UnitKind | undefined {
  const [top] = one.folder.split('/')
  if (top === 'services') return entryFile(one, '.')?.endsWith('/index.ts') ? 'library' : 'service'
  if (top === 'platform') return 'platform'
  if (top === 'sandbox') return 'sandbox'
  if (top === 'sdks') return 'sdk'
  if (top === 'apps') return one.scripts['build'] === undefined ? 'app' : 'web'
  return undefined
}

export function readGraph(root: string): Graph {
  const units = findPackages(root).flatMap((one) => {
    const kind = kindOf(one)
    return kind ? [{ ...one, kind }] : []
  })
  const files = new Map<string, SourceFile>()
  for (const unit of units)
    for (const path of sourcesOf(unit)) {
      const file = readFile({ root, units, unit, path })
      files.set(file.path, file)
    }
  return { files, units }
}

function sourcesOf({ directory }: Unit): string[] {
  return globSync('**/*.{ts,tsx,mts,mjs,js}', {
    cwd: directory,
    exclude: (name) => notSource.has(name.split('/').at(-1) ?? ''),
  }).map((path) => join(directory, path))
}

interface Place {
  readonly root: string
  readonly units: readonly Unit[]
  readonly unit: Unit
  readonly path: string
}

function readFile(place: Place): SourceFile {
  const { root, unit, path } = place
  const inner = relative(unit.directory, path)
  const name = relative(root, path)
  const { imports, environment } = readSource(name, readFileSync(path, 'utf8'))
  const targeted = imports.map(({ specifier, line, isType }) => ({
    specifier,
    line,
    isType,
    target: findTarget(place, specifier),
  }))
  return { path: name, inner, unit, isAbout: about.test(inner), imports: targeted, environment }
}

function findTarget({ root, units, path }: Place, specifier: string): Target {
  if (specifier.startsWith('.')) {
    const base = resolve(dirname(path), specifier)
    const found = extensions
      .map((extension) => base + extension)
      .find((file) => /\.\w+$/.test(file) && existsSync(file))
    return { kind: 'file', path: relative(root, found ?? base) }
  }
  if (specifier.startsWith('node:') || builtins.has(specifier)) return { kind: 'builtin', name: specifier }
  const parts = specifier.split('/')
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  const unit = units.find((one) => one.name === name)
  if (!unit) return { kind: 'external', name }
  const entry = ['.', ...parts.slice(2)].join('/')
  const file = entryFile(unit, entry)
  return { kind: 'workspace', unit, entry, path: file && relative(root, join(unit.directory, file)) }
}

/** The source behind an entry of a package's exports, patterns included; undefined when it is not exported. */
function entryFile({ exports: declared }: WorkspacePackage, entry: string): string | undefined {
  const map = typeof declared === 'string' ? { '.': declared } : declared
  if (typeof map !== 'object' || map === null) return undefined
  for (const [key, value] of Object.entries(map)) {
    const file: unknown = typeof value === 'object' && value !== null ? Object.values(value).at(-1) : value
    if (typeof file !== 'string') continue
    if (key === entry) return file
    const [before = '', after] = key.split('*')
    if (after !== undefined && entry.startsWith(before) && entry.endsWith(after))
      return file.replace('*', entry.slice(before.length, entry.length - after.length))
  }
  return undefined
}
