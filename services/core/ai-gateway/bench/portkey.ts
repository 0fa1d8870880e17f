/** The Portkey gateway (MIT) as a peer: installed beside the bench, as nothing of the product needs it. */
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const peer = '@portkey-ai/gateway'
const version = '1.15.2'
const installMs = 120_000
const readyMs = 20_000

export interface Portkey {
  /** Sends a chat request through Portkey to an OpenAI-compatible address and reads the answer to its end. */
  call(upstreamUrl: string, body: string): Promise<void>
  stop(): Promise<void>
}

/** Undefined where it cannot be installed: without a registry, for example. */
export async function startPortkey(): Promise<Portkey | undefined> {
  const program = await install().catch(() => undefined)
  if (program === undefined) return undefined
  const port = await freePort()
  const child = fork(program, [`--port=${port}`, '--headless'], {
    stdio: 'ignore',
    env: { ...process.env, TRUSTED_CUSTOM_HOSTS: '127.0.0.1,localhost' },
  })
  const ended = once(child, 'exit')
  // Also when the bench ends otherwise than it should.
  process.once('exit', () => child.kill())
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(url)
  return {
    async call(upstreamUrl, body) {
      const response = await fetch(`${url}/v1/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: 'Bearer bench',
          'x-portkey-provider': 'openai',
          'x-portkey-custom-host': upstreamUrl,
        },
        body,
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`Portkey answered ${response.status}: ${text.slice(0, 200)}`)
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

async function install(): Promise<string> {
  const directory = join(tmpdir(), `triptych-bench-portkey-${version}`)
  const program = join(directory, 'node_modules', peer, 'build', 'start-server.js')
  if (existsSync(program)) return program
  await mkdir(directory, { recursive: true })
  const asked = [
    'install',
    '--prefix',
    directory,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${peer}@${version}`,
  ]
  await promisify(execFile)('npm', asked, { timeout: installMs })
  return program
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = performance.now() + readyMs
  for (;;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    if (performance.now() > deadline) throw new Error('Portkey does not answer')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
