import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@nats-io/transport-node'

const binary = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'].find(
  existsSync,
)
export const hasNatsBinary = binary !== undefined

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

async function launch(port: number, directory: string): Promise<ChildProcess> {
  if (binary === undefined) throw new Error('nats-server is not installed')
  const child = spawn(binary, ['-js', '-sd', directory, '-a', '127.0.0.1', '-p', `${port}`], {
    stdio: 'ignore',
  })
  const connection = await connect({
    servers: `127.0.0.1:${port}`,
    waitOnFirstConnect: true,
    reconnectTimeWait: 20,
    maxReconnectAttempts: 500,
  })
  await connection.close()
  return child
}

export interface NatsServer {
  readonly url: string
  /** Ends it at once, as a crash would; its files stay. */
  kill(): Promise<void>
  start(): Promise<void>
  dispose(): Promise<void>
}

/** A JetStream server of the test's own. */
export async function startNats(): Promise<NatsServer> {
  const directory = await mkdtemp(join(tmpdir(), 'triptych-nats-'))
  const port = await freePort()
  let child = await launch(port, directory)
  return {
    url: `127.0.0.1:${port}`,
    kill: () => end(child),
    start: async () => {
      child = await launch(port, directory)
    },
    dispose: async () => {
      await end(child)
      await rm(directory, { recursive: true, force: true })
    },
  }
}
