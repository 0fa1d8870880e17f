import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { Client } from 'pg'
import { freePorts, root, startProgram } from './processes.ts'
import { type Product, startSandbox } from './product.ts'

export interface SplitProduct extends Omit<Product, 'makeAdmin' | 'internal'> {
  /** Where the module that was taken out answers the others. */
  readonly moduleUrl: string
}

interface Ground {
  readonly postgresUrl: string
  readonly natsUrl: string
  readonly otlpUrl: string
}

interface KeyFile {
  readonly private: Readonly<Record<string, unknown>>
  readonly public: Readonly<Record<string, unknown>>
}

/** Who signs, but is no module. */
const signers = new Set(['edge', 'people'])

/** The product with one module in a process of its own: Postgres and NATS between them, each with its own keys only. */
export async function startSplitProduct(module: string, ground: Ground): Promise<SplitProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'triptych-e2e-split-'))
  const name = `e2e_${randomBytes(6).toString('hex')}`
  const database = await createDatabase(ground.postgresUrl, name)
  const sandbox = await startSandbox('extraction')
  const ports = await freePorts('public', 'internal', 'module')
  const url = `http://localhost:${ports.public}`
  const urls = { rest: `http://127.0.0.1:${ports.internal}`, module: `http://127.0.0.1:${ports.module}` }
  const keys = makeKeys(dataDir, module)
  const places: Places = { url, urls, ports, module, keys }
  const stream = name.replace('_', '-')
  const env = {
    ...sandbox.env,
    NODE_ENV: 'test',
    TRIPTYCH_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    NATS_URL: ground.natsUrl,
    NATS_STREAM: stream,
    OTLP_URL: ground.otlpUrl,
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    OVERLOAD_DELAY_MS: '0',
  }
  const rest = await startRest(places, env)
  const extracted = await startExtracted(places, env)
  return {
    url,
    sandboxUrl: sandbox.url,
    moduleUrl: urls.module,
    async stop() {
      await extracted.stop()
      await rest.stop()
      await sandbox.running.stop()
      await database.drop()
      await deleteStream(ground.natsUrl, stream)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

interface Places {
  readonly url: string
  readonly urls: { readonly rest: string; readonly module: string }
  readonly ports: Readonly<Record<'public' | 'internal' | 'module', string>>
  readonly module: string
  readonly keys: ReturnType<typeof makeKeys>
}

type Environment = Readonly<Record<string, string>>

const startRest = ({ url, urls, ports, module, keys }: Places, env: Environment) =>
  startProgram({
    name: 'extraction-rest',
    command: ['apps/server/src/main.ts'],
    env: {
      ...env,
      MODULES: keys.others.join(','),
      MODULE_URLS: `${module}=${urls.module}`,
      SERVICE_KEYS_FILE: keys.othersFile,
      PORT: ports.public,
      INTERNAL_PORT: ports.internal,
    },
    readyUrl: `${url}/health/live`,
  })

const startExtracted = ({ urls, ports, module, keys }: Places, env: Environment) =>
  startProgram({
    name: `extraction-${module}`,
    command: ['apps/server/src/main.ts'],
    env: {
      ...env,
      MODULES: module,
      MODULE_URLS: keys.others.map((other) => `${other}=${urls.rest}`).join(','),
      SERVICE_KEYS_FILE: keys.moduleFile,
      PORT: '0',
      INTERNAL_PORT: ports.module,
    },
    readyUrl: `${urls.module}/health/live`,
  })

/** Each process gets the private keys of what it runs, and everybody's public ones. */
function makeKeys(directory: string, module: string) {
  const file = join(directory, 'keys.json')
  execFileSync(process.execPath, ['apps/server/src/main.ts', 'keys', file], { cwd: root })
  const all = JSON.parse(readFileSync(file, 'utf8')) as KeyFile
  const write = (path: string, isHeld: (name: string) => boolean): string => {
    const held = Object.entries(all.private).filter(([name]) => isHeld(name))
    writeFileSync(path, JSON.stringify({ private: Object.fromEntries(held), public: all.public }), {
      mode: 0o600,
    })
    return path
  }
  return {
    others: Object.keys(all.private).filter((name) => name !== module && !signers.has(name)),
    othersFile: write(join(directory, 'keys-rest.json'), (name) => name !== module),
    moduleFile: write(join(directory, `keys-${module}.json`), (name) => name === module),
  }
}

async function createDatabase(superuserUrl: string, name: string) {
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: superuserUrl })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${name}`)
  const url = new URL(superuserUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) }
}

async function deleteStream(servers: string, stream: string): Promise<void> {
  const connection = await connect({ servers })
  const manager = await jetstreamManager(connection)
  for await (const { config } of manager.streams.list()) {
    if (config.name.startsWith(stream)) await manager.streams.delete(config.name)
  }
  await connection.close()
}
