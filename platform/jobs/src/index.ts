export type { DeadJob, DeadJobs } from './dead-letters.ts'
export { defineJob, defineJobs, type JobCatalogue, type JobDefinition, type JobHandlers } from './job.ts'
export {
  createJobs,
  type Jobs,
  type JobsOptions,
  type ScheduleOptions,
  type SendingTransaction,
  type SendOptions,
} from './jobs.ts'
export { nextRun } from './next-run.ts'
export type { FailedAttempt, JobsObserver } from './observer.ts'
export type { JobModule } from './registry.ts'
export { migrateJobs, pendingJobMigrations } from './schema.ts'
export type { Subject } from './sending.ts'
