// Points git at the hooks of the repository. Runs after every installation, so it must pass where git or .git is missing.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const hooks = 'tools/hooks'

function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

// Somebody's own hooks stay: only an unset path, or our own, is written.
if (existsSync(join(root, '.git')) && !process.env.CI && !git('config', '--get', 'core.hooksPath'))
  git('config', '--local', 'core.hooksPath', hooks)
