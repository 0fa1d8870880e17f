import { execFile, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

export const root: string = join(import.meta.dirname, '../../../..')
export const resultsDir: string = join(import.meta.dirname, '../../test-results')

type Environment = Readonly<Record<string, string>>

/** A program of the product that runs until it is stopped. */
export interface Running {
  /** Asks it to end and waits; kills it when it does not. */
  stop(): Promise<void>
}

interface Program {
  readonly name: string
  /** Below the root of the repository, with its arguments. */
  readonly command: readonly string[]
  readonly env: Environment
  /** Ready when this address answers with success. */
  readonly readyUrl: string
}

const readyMs = 180_000

/** Starts a program with this environment and nothing of ours, its output kept beside the results. */
export async function startProgram({ name, command, env, readyUrl }: Program): Promise<Running> {
  mkdirSync(resultsDir, { recursive: true })
  const log = createWriteStream(join(resultsDir, `${name}.log`))
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const inTime = await Promise.race([ended.then(() => true), wait(20_000, false)])
    if (!inTime) child.kill('SIGKILL')
    await ended
  }
  const deadline = Date.now() + readyMs
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`${name} did not get ready; see ${join(resultsDir, `${name}.log`)}`)
    }
    await wait(200)
  }
  return { stop }
}

/** Runs a program to its end; rejects with what it said when it fails. */
export async function runProgram({ command, env }: Pick<Program, 'command' | 'env'>): Promise<void> {
  await promisify(execFile)(process.execPath, [...command], { cwd: root, env })
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Ports that were free a moment ago. */
export async function freePorts<const Names extends readonly string[]>(
  ...names: Names
): Promise<Record<Names[number], string>> {
  const servers = await Promise.all(
    names.map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer()
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => String((server.address() as { port: number }).port))
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<Names[number], string>
}
