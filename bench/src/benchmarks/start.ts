import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { start as startProcess } from '../processes/messages.ts'
import type { Benchmark, BenchSettings, Section } from '../report.ts'

const server = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const idleMs = 10_000
const startMostMs = 60_000

/** From the command to a healthy answer, and what the process then holds. */
export const startBenchmark: Benchmark = {
  name: 'start',
  async run(settings): Promise<Section> {
    const directory = await mkdtemp(join(tmpdir(), 'triptych-bench-'))
    try {
      const cold = await startOnce(settings, directory)
      const warm = await startOnce(settings, directory)
      const alone = await startProcess<number>('./embedded-alone.ts', { input: join(directory, 'db') })
      const database = alone.ready
      await alone.stop()
      const seconds = (value: number) => `${(value / 1_000).toFixed(2)} s`
      return {
        title: 'Start and memory at rest',
        about:
          'The server process with all modules and the embedded database, from the command to the first healthy ' +
          `/health; resident memory after ${idleMs / 1_000} s of rest. The embedded database alone: what one process ` +
          'gains by opening the same directory and answering one query.',
        columns: ['what', 'time to /health', 'memory at rest'],
        rows: [
          ['first start (empty DATA_DIR, migrates)', seconds(cold.readyMs), `${cold.memoryMb} MB`],
          ['second start (same DATA_DIR)', seconds(warm.readyMs), `${warm.memoryMb} MB`],
          ['the embedded database alone', '', `${Math.round(database)} MB`],
        ],
        checks: [],
      }
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
}

async function startOnce({ environment }: BenchSettings, directory: string) {
  const [port, internalPort] = [await freePort(), await freePort()]
  const from = performance.now()
  const child = spawn(process.execPath, [server, 'start'], {
    env: {
      ...environment,
      DATA_DIR: directory,
      PORT: String(port),
      INTERNAL_PORT: String(internalPort),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await untilHealthy(`http://127.0.0.1:${port}/health`, from + startMostMs)
    const readyMs = performance.now() - from
    await wait(idleMs)
    return { readyMs, memoryMb: await residentMb(child.pid ?? 0) }
  } finally {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
}

async function untilHealthy(url: string, latest: number): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok === true) return
    if (performance.now() > latest) throw new Error('the server did not become healthy in time')
    await wait(20)
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}
