import { randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { DirectoryTaken } from './instance.ts'
import { PortTaken } from './ports.ts'
import { NotReady, runAlone, type Plan, type Service } from './run.ts'
import { createStopRequests } from './stop-requests.ts'
import { terminal } from './speaker.ts'
import { findWebApps } from './web-apps.ts'

const root = dirname(dirname(import.meta.dirname))
const titles = new Map([
  ['kalei', 'Kalei'],
  ['oo', 'oO'],
  ['console', 'Console'],
])
const watch = process.argv.includes('--watch')

function port(variable: string, standard: number): number {
  const text = process.env[variable] ?? ''
  const value = text === '' ? standard : Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw new RangeError(`${variable} must be a port between 1 and 65535, not "${text}".`)
}

/** The ports that people see, and two that they rarely need to: those follow the others out of the way. */
function readPorts(): Record<'server' | 'internal' | 'sandbox' | 'mail' | 'scoring', number> {
  const server = port('PORT', 3000)
  const sandbox = port('SANDBOX_PORT', 3900)
  const scoring = port('SCORING_PORT', 3910)
  const next = [1, 2, 3].map((step) => server + step).find((one) => one !== sandbox && one !== scoring)
  return {
    server,
    internal: port('INTERNAL_PORT', next ?? 3001),
    sandbox,
    mail: port('SANDBOX_SMTP_PORT', sandbox + 25),
    scoring,
  }
}

function createPlan(): Plan {
  const ports = readPorts()
  const dataDir = resolve(root, process.env['DATA_DIR'] || '.data')
  const url = `http://localhost:${ports.server}`
  const sandboxUrl = `http://localhost:${ports.sandbox}`
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'development',
    TRIPTYCH_ENV: 'development',
    PUBLIC_URL: url,
    // A terminal is for what needs a person; LOG_LEVEL=info shows every request.
    LOG_LEVEL: 'warn',
    SANDBOX_URL: sandboxUrl,
    // Between two processes that end together: made anew at each start.
    SCORING_SECRET: randomBytes(32).toString('base64'),
    SCORING_URL: `http://127.0.0.1:${ports.scoring}`,
    ...process.env,
    SANDBOX: 'on',
    DATA_DIR: dataDir,
    PORT: String(ports.server),
    INTERNAL_PORT: String(ports.internal),
    SANDBOX_PORT: String(ports.sandbox),
    // Beside the product's database, which knows what is in there by its ids.
    SANDBOX_DATA_DIR: join(dataDir, 'sandbox'),
    SANDBOX_SMTP_PORT: String(ports.mail),
    SCORING_PORT: String(ports.scoring),
  }
  const service = (name: string, file: string, healthUrl: string): Service => ({
    name,
    command: process.execPath,
    args: watch ? ['--watch', '--watch-preserve-output', file] : [file],
    cwd: root,
    env,
    healthUrl,
  })
  return {
    root,
    dataDir,
    node: process.execPath,
    env,
    services: [
      service('server', 'apps/server/src/main.ts', `http://127.0.0.1:${ports.server}/health`),
      service('scoring', 'apps/scoring/src/main.ts', `http://127.0.0.1:${ports.scoring}/health`),
      service('sandbox', 'sandbox/src/main.ts', `http://127.0.0.1:${ports.sandbox}/`),
    ],
    companions: watch ? hotReload(env) : [],
    ports: [
      { variable: 'PORT', port: ports.server, for: 'server' },
      { variable: 'INTERNAL_PORT', port: ports.internal, for: 'server between its own processes' },
      { variable: 'SCORING_PORT', port: ports.scoring, for: 'scoring process' },
      { variable: 'SANDBOX_PORT', port: ports.sandbox, for: 'sandbox' },
      { variable: 'SANDBOX_SMTP_PORT', port: ports.mail, for: "sandbox's mail" },
    ],
    addresses: [
      ['Triptych', url],
      ...findWebApps(root).map((app) => [titles.get(app.name) ?? app.name, `${url}/${app.name}/`] as const),
      ['API', `${url}/docs`],
      ['Sandbox', sandboxUrl],
    ],
    readyMs: 120_000,
    stopMs: 15_000,
  }
}

function hotReload(env: NodeJS.ProcessEnv): Plan['companions'] {
  return findWebApps(root)
    .filter((app) => app.hasDevServer)
    .map((app) => ({
      name: `${app.name} (hot reload)`,
      command: process.execPath,
      args: ['--run', 'dev'],
      cwd: app.directory,
      env,
    }))
}

try {
  process.exit(await runAlone(createPlan(), createStopRequests(process), terminal))
} catch (error) {
  if (!isExplained(error)) throw error
  terminal.write(`\n${error.message}\n\n`)
  process.exit(1)
}

function isExplained(error: unknown): error is Error {
  return [DirectoryTaken, PortTaken, NotReady, RangeError].some((kind) => error instanceof kind)
}
