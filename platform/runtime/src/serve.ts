import { processEnvironment } from '@triptych/config'
import { createLogger, type Logger, logLevels, type LogLevel } from '@triptych/telemetry'
import { boot, type BootOptions, type Running } from './boot.ts'
import type { AnyModule } from './define-module.ts'
import { nameOf } from './enabled.ts'

/** The process's logger: for people at a terminal, JSON lines otherwise. */
export function processLogger(environment: Readonly<Record<string, string | undefined>>): Logger {
  const wanted = environment['LOG_LEVEL']
  const level: LogLevel = logLevels.find((known) => known === wanted) ?? 'info'
  const userKey = environment['IDENTITY_SECRET']
  return createLogger({ level, pretty: process.stdout.isTTY, ...(userKey === undefined ? {} : { userKey }) })
}

/** Ends the process in order when it is asked to, once. */
export function stopOnSignals(running: Running, logger: Logger): void {
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error }, 'server.stop_failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Runs one module alone, reached by the others on its internal port. Everything it needs must have an address. */
export async function serve(module: AnyModule, loadDataKey: BootOptions['loadDataKey']): Promise<void> {
  const environment = { ...processEnvironment(), MODULES: nameOf(module), PUBLIC_API: 'off' }
  const logger = processLogger(environment)
  const running = await boot({ modules: [module], environment, logger, loadDataKey })
  logger.info({ address: running.internalUrl, module: nameOf(module) }, 'server.listening')
  stopOnSignals(running, logger)
}
