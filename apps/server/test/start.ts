import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { developmentSecrets, type Environment, processEnvironment } from '@triptych/config'
import { type Clock, systemClock } from '@triptych/kernel'
import { boot, platformConfig, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { loadDataKey, modules } from '../src/modules.ts'

export interface Start {
  /** Where its data is. */
  readonly directory: string
  readonly role: 'api' | 'all'
  readonly environment?: Environment
  readonly clock?: Clock
}

const environmentOf = ({ directory, role, environment = {} }: Start) => ({
  TRIPTYCH_ENV: 'test',
  DATA_DIR: directory,
  ROLE: role,
  PORT: '0',
  INTERNAL_PORT: '0',
  // A busy machine makes tests slow, not wrong.
  OVERLOAD_DELAY_MS: '0',
  ...environment,
})

/** The whole product in this process, on ports of its own. */
export async function start(options: Start): Promise<Running> {
  const slices = [platformConfig, ...modules.map((module) => module.config)]
  return boot({
    modules,
    environment: await developmentSecrets(slices, options.directory, environmentOf(options)),
    logger: createLogger({ level: 'error', destination: { write: () => undefined } }),
    loadDataKey,
    overrides: { clock: options.clock ?? systemClock },
  })
}

/** The same as a process of its own, which can be killed. */
export async function spawnServer(options: Start): Promise<{ baseUrl: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts'), 'start'], {
    env: { PATH: processEnvironment()['PATH'], ...environmentOf(options) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    const baseUrl = /"address":"(http[^"]+)"/.exec(line)?.[1]
    if (baseUrl !== undefined) return { baseUrl, process: child }
  }
  throw new Error('The server ended before it listened.')
}
