import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../../../../apps/scoring/src/main.ts')

/** The scoring process as it is deployed, started as a child. */
export interface ScoringChild {
  readonly url: string
  readonly port: string
  /** Ends it in order, so that its spans are sent; with SIGKILL, as a crash does. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Holds it: it keeps its connections and answers nothing. */
  pause(): void
  resume(): void
}

export async function startScoring(environment: {
  readonly SCORING_SECRET: string
  readonly SCORING_PORT?: string
  readonly OTLP_URL?: string
}): Promise<ScoringChild> {
  const child = spawn(process.execPath, [main], {
    env: { SCORING_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  return {
    url,
    port: new URL(url).port,
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('its output is not read')
  const lines = createInterface(stdout)
  for await (const line of lines) {
    const { address } = JSON.parse(line) as { address?: string }
    if (address !== undefined) return address
  }
  throw new Error('the scoring process ended before it listened')
}
