import { trace } from '@opentelemetry/api'
import { defineErrors, failure, systemContext } from '@triptych/kernel'
import { expect, it } from 'vitest'
import { startReceiver } from '../test/http-receiver.ts'
import { keepLines } from '../test/lines.ts'
import {
  createLogger,
  createMetrics,
  inSpan,
  libraryLogger,
  startErrorReports,
  startTracing,
  withRemoteParent,
} from './index.ts'
import type { Logger, Metrics } from './index.ts'

/** Each word is unlike anything in the code, so that a part that got out is found as well. */
const canary = 'Zwetschge und Quitte wollen heute Nacht xyzzy'
const words = canary.split(' ').filter((word) => word.length > 4 && word !== 'heute')
const address = 'zwetschge@quitte.example'

const errors = defineErrors('turn', { refused: { kind: 'rejected', title: 'Refused.' } })

interface Loose {
  info(...input: unknown[]): void
  error(...input: unknown[]): void
  child(fields: unknown): Loose
}

/** Errors of the shapes that carry text. */
function poisoned(): unknown[] {
  const inner = Object.assign(new Error(canary, { cause: { body: canary } }), { code: canary, name: canary })
  return [
    inner,
    new Error('x', { cause: inner }),
    failure(errors.refused, {
      detail: canary,
      data: { [canary]: canary },
      issues: [{ path: canary, message: canary }],
      cause: inner,
    }),
    Object.assign(new Error(canary), {
      severity: 'ERROR',
      code: '23514',
      detail: canary,
      where: canary,
      table: canary,
    }),
    new AggregateError([inner, canary], canary),
    canary,
    { message: canary, stack: canary, kind: canary },
  ]
}

function logEverywhere(logger: Logger) {
  const wrong = [logger, libraryLogger(logger, 'fastify')] as unknown as Loose[]
  for (const log of wrong) {
    log.info(canary)
    log.info(`turn.saved ${canary}`)
    log.info('turn.saved %s', canary)
    log.info('turn.saved', canary, { text: canary })
    log.info({ text: canary, [canary]: 1, nested: { text: canary }, list: [canary] }, 'turn.saved')
    log.info(
      { reason: canary, request_id: canary, user: address, route: `/a/${canary}`, model: canary },
      'turn.saved',
    )
    log.info([canary], canary)
    log.child({ text: canary, reason: canary, email: address }).info('turn.saved')
    for (const error of poisoned()) {
      log.error(error)
      log.error(error, canary)
      log.error({ error, err: error }, 'turn.failed')
    }
  }
  const context = systemContext({
    clock: { now: () => 0 },
    newId: () => canary,
    userId: address,
    caller: canary,
  })
  logger.for(context).info('turn.saved')
}

async function traceEverywhere() {
  const remote = {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    tracestate: `vendor=${words[0]}`,
    baggage: `text=${words[0]}`,
  }
  await withRemoteParent(remote, () => inSpan({ name: 'scoring.rank' }, async () => 0))
  trace.getTracer(canary, canary).startSpan('scope.name').end()
  for (const error of poisoned()) {
    await inSpan({ name: 'turn.create', attributes: { reason: canary } }, async (span) => {
      span.setAttributes({
        text: canary,
        [canary]: 'x',
        'http.route': canary,
        'gen_ai.request.model': [canary],
      })
      span.setStatus({ code: 2, message: canary })
      span.addEvent(canary, { text: canary })
      span.recordException(error as Error)
      await inSpan({ name: canary }, () => Promise.reject(error)).catch(() => undefined)
    })
  }
}

function countEverywhere(metrics: Metrics) {
  metrics.observeRequest(
    { method: canary, route: `/api/v1/${canary}`, status: canary as unknown as number },
    1,
  )
  metrics.count('triptych_safety_escalations_total', { family: canary, severity: canary })
  metrics.count('triptych_ai_calls_total', { feature: canary, lane: canary, ai_outcome: canary })
  metrics.set('triptych_bus_lag_seconds', { module: canary }, 1)
}

it('a planted sentence is found in no log, trace, metric or report', async () => {
  const receiver = await startReceiver()
  const lines = keepLines()
  const pretty = keepLines()
  const metrics = createMetrics()
  const origin = `http://127.0.0.1:${receiver.port}`
  const tracing = await startTracing({
    serviceName: 'canary',
    exporter: { kind: 'otlp', url: `${origin}/v1/traces` },
  })
  const reports = await startErrorReports({ dsn: `http://public@127.0.0.1:${receiver.port}/1` })

  await inSpan({ name: 'canary.log' }, async () => {
    logEverywhere(createLogger({ level: 'debug', destination: lines.destination }))
    logEverywhere(createLogger({ level: 'debug', pretty: true, destination: pretty.destination }))
  })
  await traceEverywhere()
  countEverywhere(metrics)
  for (const error of poisoned()) {
    reports.report(error, {
      requestId: canary,
      route: canary,
      method: canary,
      module: canary,
      operation: canary,
    })
  }
  await tracing.close()
  await reports.close()
  await receiver.close()

  const outputs = {
    logs: lines.text(),
    'logs at a terminal': pretty.text(),
    metrics: await metrics.render(),
    traces: receiver.bodies.filter((_, at) => receiver.paths[at] === '/v1/traces').join('\n'),
    reports: receiver.bodies.filter((_, at) => receiver.paths[at] !== '/v1/traces').join('\n'),
  }
  for (const [output, text] of Object.entries(outputs)) {
    expect(text.length, output).toBeGreaterThan(500)
    for (const word of [...words, address])
      expect(text.toLowerCase(), output).not.toContain(word.toLowerCase())
  }
})
