import { newId, systemClock } from '@triptych/kernel'
import { createLogger, createMetrics, type ReportContext } from '@triptych/telemetry'
import { expect, it } from 'vitest'
import type { Ground } from './define-module.ts'
import { observeBus, observeJobs } from './observers.ts'

function watch() {
  const reported: { error: unknown; context: ReportContext | undefined }[] = []
  const ground: Ground = {
    clock: systemClock,
    newId,
    logger: createLogger({ level: 'silent' }),
    publicUrl: 'http://localhost',
    sandboxUrl: undefined,
    isProduction: false,
    metrics: createMetrics({ process: false }),
    reports: {
      enabled: true,
      report: (error, context) => void reported.push({ error, context }),
      close: () => Promise.resolve(),
    },
  }
  return { ground, reported }
}

const cause = Object.assign(new Error('a private sentence'), { code: 'notes.busy' })
const failed = { attempt: 8, error: 'notes.busy', cause }

it('reports a delivery that is given up, with what it failed on, and none that is tried again', () => {
  const { ground, reported } = watch()
  const delivery = { module: 'digest', consumer: 'list_note', subject: 'notes.note.written.v1' }
  observeBus(ground).retried?.({ ...delivery, ...failed })
  expect(reported).toEqual([])
  observeBus(ground).dead?.({ ...delivery, ...failed })
  expect(reported).toEqual([{ error: cause, context: { module: 'digest', operation: 'list_note' } }])
})

it('reports a job that is given up, with what it failed on, and none that is tried again', () => {
  const { ground, reported } = watch()
  observeJobs(ground).retried?.({ job: 'notes.index', ...failed })
  expect(reported).toEqual([])
  observeJobs(ground).failed?.({ job: 'notes.index', ...failed })
  expect(reported).toEqual([{ error: cause, context: { operation: 'notes.index' } }])
})
