import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts, runProgram, type Running, startProgram } from './processes.ts'

/** The product as a person meets it: server and sandbox, an embedded database that is thrown away. */
export interface Product {
  /** `http://localhost:<port>` */
  readonly url: string
  readonly sandboxUrl: string
  /** Where modules of other processes would call, and the keys with which they prove themselves. */
  readonly internal: { readonly url: string; readonly keysFile: string }
  /**
   * Makes an account an administrator from its next sign-in on, as whoever runs the server does: by the command, with
   * the server stopped meanwhile, as the embedded database belongs to one process.
   */
  makeAdmin(email: string): Promise<void>
  stop(): Promise<void>
}

export interface SandboxPlace {
  readonly url: string
  /** What a server needs to know to find it. */
  readonly env: Readonly<Record<string, string>>
  readonly running: Running
}

/** `publicUrl`: where the sandbox's webhooks go. */
export async function startSandbox(name: string, publicUrl = ''): Promise<SandboxPlace> {
  const ports = await freePorts('sandbox', 'smtp')
  const url = `http://localhost:${ports.sandbox}`
  const env = {
    SANDBOX: 'on',
    SANDBOX_PORT: ports.sandbox,
    SANDBOX_SMTP_PORT: ports.smtp,
    SANDBOX_URL: url,
    SANDBOX_OPENROUTER_LATENCY: 'none',
    PUBLIC_URL: publicUrl,
  }
  const running = await startProgram({
    name: `${name}-sandbox`,
    command: ['sandbox/src/main.ts'],
    env,
    readyUrl: `${url}/health`,
  })
  return { url, env, running }
}

export async function startProduct(name: string): Promise<Product> {
  const ports = await freePorts('public', 'internal')
  const sandbox = await startSandbox(name, `http://localhost:${ports.public}`)
  try {
    return await startServerOn(sandbox, name, ports)
  } catch (error) {
    await sandbox.running.stop()
    throw error
  }
}

async function startServerOn(
  sandbox: SandboxPlace,
  name: string,
  ports: Readonly<Record<'public' | 'internal', string>>,
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'triptych-e2e-'))
  const url = `http://localhost:${ports.public}`
  const keysFile = join(dataDir, 'service-keys.json')
  const env = {
    ...sandbox.env,
    NODE_ENV: 'test',
    TRIPTYCH_ENV: 'test',
    DATA_DIR: dataDir,
    SERVICE_KEYS_FILE: keysFile,
    PORT: ports.public,
    INTERNAL_PORT: ports.internal,
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    OVERLOAD_DELAY_MS: '0',
    // Whoever agrees to a model is answered by the sandbox's.
    OPENROUTER_API_KEY: 'sandbox',
  }
  const entry = 'apps/server/src/main.ts'
  const startServer = (): Promise<Running> =>
    startProgram({ name: `${name}-server`, command: [entry], env, readyUrl: `${url}/health` })
  await runProgram({ command: [entry, 'keys', keysFile], env: { ...env, SERVICE_KEYS_FILE: '' } })
  let server = await startServer()
  return {
    url,
    sandboxUrl: sandbox.url,
    internal: { url: `http://127.0.0.1:${ports.internal}`, keysFile },
    async makeAdmin(email) {
      await server.stop()
      await runProgram({ command: [entry, 'make-admin', email], env })
      server = await startServer()
    },
    async stop() {
      await server.stop()
      await sandbox.running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
