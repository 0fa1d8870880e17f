import type { BusObserver } from '@triptych/bus'
import type { JobsObserver } from '@triptych/jobs'
import type { HttpObserver } from '@triptych/http'
import type { Ground } from './define-module.ts'

/** The consumer's module stands for it: names of consumers are the module's own business. */
export function observeBus({ metrics, logger, reports }: Ground): BusObserver {
  const handled = (module: string, subject: string, outcome: 'ok' | 'retried') =>
    metrics.count('triptych_bus_handled_total', { subject, consumer: module, outcome })
  return {
    published: ({ module, count }) => metrics.count('triptych_bus_published_total', { module }, count),
    handled: ({ module, subject, lagMs }) => {
      handled(module, subject, 'ok')
      metrics.observe('triptych_bus_delivery_seconds', { consumer: module }, lagMs / 1000)
    },
    retried: ({ module, subject }) => handled(module, subject, 'retried'),
    dead: ({ module, subject, consumer, attempt, error, cause }) => {
      metrics.count('triptych_bus_dead_total', { subject, consumer: module })
      logger.error({ module, subject, consumer, attempt, code: error }, 'bus.delivery_dead')
      reports.report(cause, { module, operation: consumer })
    },
    stalled: ({ part, error }) => logger.warn({ component: part, error }, 'bus.stalled'),
  }
}

export function observeJobs({ metrics, logger, reports }: Ground): JobsObserver {
  return {
    done: ({ job, durationMs }) => {
      metrics.count('triptych_jobs_finished_total', { job, outcome: 'ok' })
      metrics.observe('triptych_job_seconds', { job }, durationMs / 1000)
    },
    retried: ({ job }) => metrics.count('triptych_jobs_finished_total', { job, outcome: 'retried' }),
    failed: ({ job, attempt, error, cause }) => {
      metrics.count('triptych_jobs_finished_total', { job, outcome: 'dead' })
      logger.error({ job, attempt, code: error }, 'jobs.job_dead')
      reports.report(cause, { operation: job })
    },
    stalled: ({ part, error }) => logger.warn({ component: part, error }, 'jobs.stalled'),
  }
}

export function observeHttp({ metrics, logger, reports }: Ground): HttpObserver {
  return {
    opened: () => metrics.add('triptych_http_requests_in_flight', {}, 1),
    closed: () => metrics.add('triptych_http_requests_in_flight', {}, -1),
    answered: ({ method, route, status, seconds, requestId, userId }) => {
      metrics.observeRequest({ method, route, status }, seconds)
      const user = userId === undefined ? undefined : logger.userHash(userId)
      const duration_ms = Math.round(seconds * 1_000)
      logger.info({ request_id: requestId, user, method, route, status, duration_ms }, 'http.request')
    },
    failed: ({ method, route, requestId, error }) => {
      logger.error({ request_id: requestId, method, route, error }, 'http.request_failed')
      reports.report(error, { requestId, route, method })
    },
  }
}
