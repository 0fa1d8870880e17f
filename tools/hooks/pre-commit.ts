// Format and lint of the staged files, types of the packages they belong to.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A busy machine must not hold up a commit; what is missed here is found by `npm test`. */
const timeout = 20_000
/** Its types are checked once it is a service: nothing is installed for a template. */
const template = 'tools/new-service/template'
const root = git('rev-parse', '--show-toplevel').trim()
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
const staged = git('diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR')
  .split('\0')
  .filter(
    (file) => /\.(ts|tsx|mts|js|jsx|mjs|cjs|json|css|md|ya?ml)$/.test(file) && existsSync(join(root, file)),
  )
const scripts = staged.filter((file) => /\.[cm]?[jt]sx?$/.test(file))

const results = [
  staged.length > 0 && run('format', bin('oxfmt'), ['--check', '--no-error-on-unmatched-pattern', ...staged]),
  scripts.length > 0 && run('lint', bin('oxlint'), ['--type-aware', '--deny-warnings', ...scripts]),
  ...packagesOf(scripts).map((folder) => checkTypes(folder)),
]
process.exitCode = results.includes('failed') ? 1 : 0

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function run(name: string, command: string, args: readonly string[]): 'passed' | 'failed' {
  const { status, stdout, stderr, signal } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    timeout,
  })
  if (signal !== null) console.error(`${name}: not checked, it took too long`)
  if (status === 0 || signal !== null) return 'passed'
  console.error(`${name}:\n${stdout}${stderr}`)
  return 'failed'
}

/** The nearest folders above the files that have a tsconfig of their own. */
function packagesOf(files: readonly string[]): string[] {
  const folders = files.map((file) => {
    let folder = dirname(file)
    while (folder !== '.' && !existsSync(join(root, folder, 'package.json'))) folder = dirname(folder)
    return folder
  })
  return [...new Set(folders)].filter(
    (folder) => folder !== '.' && folder !== template && existsSync(join(root, folder, 'tsconfig.json')),
  )
}

/** Only what the compiler says about staged files counts: an unfinished neighbour must not stop this commit. */
function checkTypes(folder: string): 'passed' | 'failed' {
  const { status, stdout } = spawnSync(bin('tsc'), ['-p', folder, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
    timeout,
  })
  if (status === 0) return 'passed'
  const about = stdout.split('\n').filter((line) => staged.some((file) => line.startsWith(`${file}(`)))
  if (about.length === 0) return 'passed'
  console.error(`types:\n${about.join('\n')}`)
  return 'failed'
}
