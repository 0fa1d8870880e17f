import { hkdfSync } from 'node:crypto'
import { processEnvironment } from '@triptych/config'
import { createLogger, type Logger, logLevels, type LogLevel } from '@triptych/telemetry'
import { boot, type BootOptions, type Running } from './boot.ts'
import type { AnyModule } from './define-module.ts'
import { nameOf } from './enabled.ts'

/** The process's logger: for people at a terminal, JSON lines otherwise. */
export function processLogger(environment: Readonly<Record<string, string | undefined>>): Logger {
  const wanted = environment['LOG_LEVEL']
  const level: LogLevel = logLevels.find((known) => known === wanted) ?? 'info'
  const secret = environment['DATA_KEY_ENCRYPTION_KEY']
  return createLogger({
    level,
    pretty: process.stdout.isTTY,
    ...(secret === undefined ? {} : { userKey: userKeyOf(secret) }),
  })
}

/** Derived from the secret that every process of an installation has, so that a person's hash is the same in all. */
const userKeyOf = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'triptych/log-user', 32)).toString('base64')

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

/** Reports what nothing caught, and ends the process as it would have ended: its state is not to be trusted. */
export function reportUncaught({ reports }: Pick<Running, 'reports'>, logger: Logger): void {
  process.once('uncaughtException', (thrown) => {
    logger.error({ error: thrown }, 'server.uncaught_error')
    reports.report(thrown)
    void reports.close().finally(() => process.exit(1))
  })
}

/** Runs one module alone, reached by the others on its internal port. Everything it needs must have an address. */
export async function serve(module: AnyModule, loadDataKey: BootOptions['loadDataKey']): Promise<void> {
  const environment = { ...processEnvironment(), MODULES: nameOf(module), PUBLIC_API: 'off' }
  const logger = processLogger(environment)
  const running = await boot({ modules: [module], environment, logger, loadDataKey })
  logger.info({ address: running.internalUrl, module: nameOf(module) }, 'server.listening')
  stopOnSignals(running, logger)
  reportUncaught(running, logger)
}
