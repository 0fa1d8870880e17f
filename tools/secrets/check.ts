// Looks for keys and passwords in every file that git knows.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(dirname(import.meta.dirname))
const tool = join(root, 'tools/node_modules/secretlint/bin/secretlint.js')
const config = join(import.meta.dirname, 'secretlint.json')

const files = execFileSync('git', ['ls-files', '-z'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((file) => file !== '' && file !== 'pnpm-lock.yaml' && existsSync(join(root, file)))
const { status } = spawnSync(
  process.execPath,
  [tool, '--no-glob', '--maskSecrets', '--secretlintrc', config, ...files],
  { cwd: root, stdio: 'inherit' },
)
console.log(`${files.length} files looked at`)
process.exitCode = status ?? 1
