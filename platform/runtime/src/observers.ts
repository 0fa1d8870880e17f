import type { BusObserver } from '@triptych/bus'
import type { JobsObserver } from '@triptych/jobs'
import type { Ground } from './define-module.ts'

/** The consumer's module stands for it: names of consumers are the module's own business. */
export function observeBus({ metrics, logger }: Ground): BusObserver {
  const handled = (module: string, subject: string, outcome: 'ok' | 'retried') =>
    metrics.count('triptych_bus_handled_total', { subject, consumer: module, outcome })
  return {
    published: ({ module, count }) => metrics.count('triptych_bus_published_total', { module }, count),
    handled: ({ module, subject, lagMs }) => {
      handled(module, subject, 'ok')
      metrics.observe('triptych_bus_delivery_seconds', { consumer: module }, lagMs / 1000)
    },
    retried: ({ module, subject }) => handled(module, subject, 'retried'),
    dead: ({ module, subject, consumer, attempt, error }) => {
      metrics.count('triptych_bus_dead_total', { subject, consumer: module })
      logger.error({ module, subject, consumer, attempt, code: error }, 'bus.delivery_dead')
    },
    stalled: ({ part, error }) => logger.warn({ component: part, error }, 'bus.stalled'),
  }
}

export function observeJobs({ metrics, logger }: Ground): JobsObserver {
  return {
    done: ({ job, durationMs }) => {
      metrics.count('triptych_jobs_finished_total', { job, outcome: 'ok' })
      metrics.observe('triptych_job_seconds', { job }, durationMs / 1000)
    },
    retried: ({ job }) => metrics.count('triptych_jobs_finished_total', { job, outcome: 'retried' }),
    failed: ({ job, attempt, error }) => {
      metrics.count('triptych_jobs_finished_total', { job, outcome: 'dead' })
      logger.error({ job, attempt, code: error }, 'jobs.job_dead')
    },
    stalled: ({ part, error }) => logger.warn({ component: part, error }, 'jobs.stalled'),
  }
}
