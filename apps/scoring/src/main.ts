import { ConfigError, loadConfig, processEnvironment } from '@triptych/config'
import { serviceKeysFromSecret } from '@triptych/kernel/server'
import { createLogger, startTracing } from '@triptych/telemetry'
import { scoringConfig } from './config.ts'
import { buildScoringServer } from './server.ts'

/** Listens until it is told to stop; then answers what it has begun. */
async function main(): Promise<void> {
  const { scoring: config } = loadConfig({ scoring: scoringConfig }, processEnvironment())
  const logger = createLogger({ level: config.LOG_LEVEL, service: 'scoring', pretty: process.stdout.isTTY })
  const tracing = await startTracing({
    serviceName: 'scoring',
    exporter: config.OTLP_URL === undefined ? { kind: 'none' } : { kind: 'otlp', url: config.OTLP_URL },
  })
  const { publicKeys } = await serviceKeysFromSecret('recommender', config.SCORING_SECRET)
  const app = buildScoringServer({ keys: publicKeys, logger })
  const address = await app.listen({ host: config.HOST, port: config.SCORING_PORT })
  logger.info({ address }, 'scoring.listening')
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= app
      .close()
      .then(() => tracing.close())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`)
  process.exit(1)
}
