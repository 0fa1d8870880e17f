import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that the sources determine: what stands in the tree, and what should. */
export interface Generated {
  readonly path: string
  /** Undefined when the sources no longer ask for the file. */
  readonly wanted: Buffer | undefined
}

/** A generator that failed, with what it said. */
export class GeneratorFailed extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}\n${outputOf(cause)}`, { cause })
  }
}

export interface Printer {
  /** The file that is kept. */
  readonly path: string
  /** The program that prints it, and what it is told. */
  readonly command: readonly [program: string, ...words: string[]]
}

const server = 'apps/server/src/main.ts'

export const printers: readonly Printer[] = [
  { path: 'docs/api/openapi.json', command: [server, 'openapi'] },
  { path: 'docs/api/errors.md', command: [server, 'errors-page'] },
  { path: '.env.example', command: [server, 'env-example'] },
  { path: 'docs/architecture/data-model.md', command: ['tools/drift/data-model/main.ts'] },
]

const noSuchCommand = 2

/** What programs print about the product. One that has not got the command, and whose file nobody kept, has no part in it. */
export function printed(root: string, all: readonly Printer[] = printers): Generated[] {
  return all.flatMap(({ path, command }) => {
    const [program, ...words] = command
    if (!existsSync(join(root, program))) return []
    try {
      const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
      const options = { cwd: root, env: printEnvironment(), stdio, maxBuffer: 64 * 1024 * 1024 }
      return [{ path, wanted: execFileSync(process.execPath, [join(root, program), ...words], options) }]
    } catch (error) {
      if (statusOf(error) === noSuchCommand && !existsSync(join(root, path))) return []
      throw new GeneratorFailed(`"${command.join(' ')}" failed:`, error)
    }
  })
}

/** What a person's settings say must not show in a file for everyone. */
function printEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), NODE_ENV: 'development', SANDBOX: 'on' }
}

const statusOf = (error: unknown): unknown =>
  error instanceof Error && 'status' in error ? error.status : undefined

const outputOf = (error: unknown): string =>
  error instanceof Error && 'stdout' in error && 'stderr' in error
    ? `${String(error.stdout)}${String(error.stderr)}`.trim()
    : String(error)

const protoFiles = [
  'buf.yaml',
  'tools/proto/baseline.binpb',
  'services/*/*/src/contract/gen/**/*.ts',
  'platform/kernel/src/gen/**/*.ts',
]
const protoFolders = ['services/*/*/proto', 'platform/kernel/proto']

/** The messages of the events, generated anew in a copy of what they are made from. */
export function messages(root: string): Generated[] {
  if (globSync(protoFolders, { cwd: root }).length === 0) return []
  const copy = mkdtempSync(join(tmpdir(), 'triptych-drift-'))
  try {
    const sources = globSync(['buf*.yaml', 'package.json', 'tools/proto/*', ...protoFolders], { cwd: root })
    for (const path of sources) cpSync(join(root, path), join(copy, path), { recursive: true })
    for (const modules of ['node_modules', 'tools/node_modules'])
      symlinkSync(join(root, modules), join(copy, modules))
    runGenerator(copy)
    const paths = new Set([...globSync(protoFiles, { cwd: root }), ...globSync(protoFiles, { cwd: copy })])
    return [...paths].toSorted().map((path) => ({ path, wanted: contentOf(join(copy, path)) }))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function runGenerator(directory: string): void {
  try {
    execFileSync(process.execPath, ['tools/proto/generate.ts'], { cwd: directory, stdio: 'pipe' })
  } catch (error) {
    throw new GeneratorFailed('the events do not generate:', error)
  }
}

export function contentOf(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

/** Where the first difference lies, for a person to look at; undefined when there is none. */
export function firstDifference(root: string, { path, wanted }: Generated): string | undefined {
  const held = contentOf(join(root, path))
  if (held === undefined) return `${path} is missing`
  if (wanted === undefined) return `${path} is no longer generated`
  if (held.equals(wanted)) return undefined
  const [old, fresh] = [held.toString().split('\n'), wanted.toString().split('\n')]
  const line = fresh.findIndex((text, index) => text !== old[index])
  if (line < 0 || path.endsWith('.binpb')) return `${path} differs`
  const cut = (text = ''): string => text.slice(0, 160)
  return `${path}:${line + 1} differs\n    held:      ${cut(old[line])}\n    generated: ${cut(fresh[line])}`
}

/** Lines of the lock file that tie it to one registry or download address. */
export function lockAddresses(root: string): string[] {
  const lines = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').split('\n')
  return lines.flatMap((text, index) =>
    /^\s*(resolution:.*)?\b(tarball|registry)\b:|https?:\/\/\S+\.t(ar\.)?gz/.test(text)
      ? [`pnpm-lock.yaml:${index + 1} names an address: ${text.trim().slice(0, 160)}`]
      : [],
  )
}
