import { type Context, newId, systemClock, systemContext } from '@triptych/kernel'
import { boot, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { readEnvironment } from '../environment.ts'
import { loadDataKey, modules } from '../modules.ts'

export interface Product {
  readonly clientOf: Running['assembly']['clientOf']
  readonly context: Context
}

/** Runs a command's work on the whole product, which serves nobody meanwhile, and stops it. */
export async function withProduct(
  timeoutMs: number,
  work: (product: Product) => Promise<void>,
): Promise<void> {
  const environment = await readEnvironment()
  const running = await boot({
    modules,
    environment: { ...environment, PORT: '0', INTERNAL_PORT: '0', HOST: '127.0.0.1', ROLE: 'api' },
    logger: createLogger({ level: 'warn' }),
    loadDataKey,
  })
  try {
    const { clientOf } = running.assembly
    await work({ clientOf, context: systemContext({ clock: systemClock, newId, timeoutMs }) })
  } finally {
    await running.stop()
  }
}
