// Everything that has to run before anything is installed: plain JavaScript, any Node from 20 on, no dependency.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const NETWORK_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL|FETCH_ERROR|network/i

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The sentence to show when this Node is too old to go on, or undefined. */
export function nodeTooOld(version) {
  const major = Number(version.replace(/^v/, '').split('.')[0])
  if (major >= OLDEST_NODE) return undefined
  return `This needs Node ${OLDEST_NODE} or newer to begin with; ${version} is running. Install a newer Node, then try again.`
}

const stampFile = (directory) => join(directory, 'node_modules', '.triptych-install')

/** The pinned Node's real binary: a shim in .bin would survive, or outlive, the process it started. */
export const pinnedNode = (directory) =>
  join(directory, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function wantedStamp(directory) {
  const lock = readFileSync(join(directory, 'pnpm-lock.yaml'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** Whether the installed packages are those of the lock file. */
export function isInstalled(directory) {
  if (!existsSync(stampFile(directory)) || !existsSync(pinnedNode(directory))) return false
  return readFileSync(stampFile(directory), 'utf8') === wantedStamp(directory)
}

/** Remembers that what the lock file names is installed. */
export function stampInstall(directory) {
  mkdirSync(join(directory, 'node_modules'), { recursive: true })
  writeFileSync(stampFile(directory), wantedStamp(directory))
}

/** What to tell a person whose installation failed, from the installer's output. */
export function explainFailure(output) {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  if (!NETWORK_TROUBLE.test(output)) return `The installation failed:\n\n${tail}`
  return (
    `The installation failed, and it looks like the package registry could not be reached.\n` +
    `The first start needs it this once; later starts do not. Check the connection (or the npm proxy settings), then try again.\n\n${tail}`
  )
}

function runInstaller(directory) {
  const { packageManager } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  const args = [
    '--yes',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
  ]
  const env = { ...process.env, npm_config_update_notifier: 'false' }
  return new Promise((done) => {
    const child = spawn('npx', args, {
      cwd: directory,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const collect = (chunk) => {
      output += chunk
      const progress = /Progress: resolved \d+, reused (\d+), downloaded (\d+)/.exec(String(chunk))
      if (progress && process.stdout.isTTY)
        process.stdout.write(`\r  ${Number(progress[1]) + Number(progress[2])} packages\x1b[K`)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => done({ code: 1, output: `${output}\n${error.message}` }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/** Installs what the lock file names unless it is there already; ends the process with a message when it cannot. */
export async function prepare(directory = root) {
  const tooOld = nodeTooOld(process.version)
  if (tooOld) fail(tooOld)
  if (isInstalled(directory)) return
  const begin = Date.now()
  console.log('Installing dependencies (once; the registry is needed for this) …')
  const { code, output } = await runInstaller(directory)
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  if (code !== 0) fail(explainFailure(output))
  if (!existsSync(pinnedNode(directory)))
    fail(
      `The installation ended without the pinned Node at ${pinnedNode(directory)}. Remove node_modules and try again.`,
    )
  stampInstall(directory)
  console.log(`Installed in ${Math.round((Date.now() - begin) / 1000)} s.`)
}

/** The environment in which every further program runs: the pinned Node and the pinned tools come first. */
export function toolEnvironment(directory, environment) {
  const first = [
    dirname(pinnedNode(directory)),
    join(directory, 'node_modules', '.bin'),
    join(directory, 'tools', 'node_modules', '.bin'),
  ]
  return {
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    EXPO_NO_TELEMETRY: '1',
    ...environment,
    PATH: [...first, environment.PATH ?? ''].join(delimiter),
  }
}

/**
 * Runs a script under the pinned Node and ends with its exit code. Signals are handed on; when this process or the
 * npm above it is killed outright, the closed channel tells the script.
 */
export function handOver(script, args = process.argv.slice(2), directory = root) {
  const child = spawn(pinnedNode(directory), [script, ...args], {
    cwd: directory,
    env: toolEnvironment(directory, process.env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) watchParent(() => child.connected && child.disconnect())
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/** npm cannot pass on a kill -9; its death shows only in a new parent process. */
function watchParent(onDeath) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onDeath()
  }, 500)
  timer.unref()
}

function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
