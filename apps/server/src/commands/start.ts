import { boot, processLogger, reportUncaught, stopOnSignals } from '@triptych/runtime'
import { readEnvironment } from '../environment.ts'
import { loadDataKey, modules } from '../modules.ts'
import { pages } from '../pages/routes.ts'

/** Runs the modules of this process until it is told to stop. */
export async function start(): Promise<void> {
  const environment = await readEnvironment()
  const logger = processLogger(environment)
  const running = await boot({ modules, environment, logger, loadDataKey, routes: pages })
  logger.info({ address: running.publicUrl ?? running.internalUrl }, 'server.listening')
  stopOnSignals(running, logger)
  reportUncaught(running, logger)
}
