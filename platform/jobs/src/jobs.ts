import type { Database } from '@triptych/db'
import type { Clock, NewId } from '@triptych/kernel'
import { withinDeadline } from '@triptych/kernel/server'
import type { Db } from 'pg-boss'
import type { z } from 'zod'
import type { Registered } from './attempt.ts'
import { type JobBacklog, measureBacklog } from './backlog.ts'
import { createBoss, declareQueues } from './boss.ts'
import { connectionOf, transactionAsDb } from './connection.ts'
import { createDeadJobs, type DeadJobs } from './dead-letters.ts'
import { removePerson } from './erasure.ts'
import type { JobCatalogue, JobDefinition } from './job.ts'
import type { JobsObserver } from './observer.ts'
import { createPoll } from './poll.ts'
import { dropRecurrence, setRecurrence } from './recurring.ts'
import { type JobModule, register, setOwnSchedules } from './registry.ts'
import { envelopeOf, sendJob, type Subject } from './sending.ts'
import { settle } from './settle.ts'
import { createJobWorker } from './worker.ts'

export interface JobsOptions {
  /** The app's database, after `migrateJobs`. */
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly observer?: JobsObserver
  /** How often due jobs and schedules are looked for; 1 s unless said. Jobs sent in this process start at once. */
  readonly pollMs?: number
  /** Jobs that run at once in this process; 4 unless said. */
  readonly concurrency?: number
}

/** A write transaction of the module whose job it is; the job exists when that commits. */
export interface SendingTransaction {
  readonly query: unknown
}

export interface SendOptions extends Subject {
  /** Not before; ISO 8601. */
  readonly startAfter?: string
  /** Excludes a second job with the same key; see `JobDefinition.singleton`. */
  readonly singletonKey?: string
  readonly transaction?: SendingTransaction
}

export interface ScheduleOptions extends Subject {
  /** Tells the schedules of one job apart, such as a person's id. */
  readonly key: string
  readonly cron: string
  /** IANA name of the person's zone. */
  readonly zone: string
  readonly transaction?: SendingTransaction
}

export interface Jobs extends Schedules {
  /** Names a module's jobs and who does them. Before `start`. */
  addModule<Catalogue extends JobCatalogue>(module: JobModule<Catalogue>): void
  /** Declares the jobs, and runs them unless `worker` is false. */
  start(roles?: { readonly worker?: boolean }): Promise<void>
  /** Begins nothing new and waits for what runs, for at most `deadlineMs` (30 s unless said). */
  stop(deadlineMs?: number): Promise<void>
  /** Returns the id of the job, or undefined when its `singletonKey` is taken. */
  send<S extends z.ZodType>(
    job: JobDefinition<S>,
    data: z.input<S>,
    options?: SendOptions,
  ): Promise<string | undefined>
  /** Erases what waits for, or is kept of, this person: schedules, jobs, dead jobs. Returns how many. */
  removePerson(userId: string): Promise<number>
  readonly deadLetters: DeadJobs
  /** Of each job of this process. */
  backlog(): Promise<readonly JobBacklog[]>
  /** For tests: works until no job is due, and returns how many have begun so far. Throws after `timeoutMs` (20 s unless said). */
  settle(timeoutMs?: number): Promise<number>
}

export interface Schedules {
  /** Runs a job again and again by a wall clock. Setting the same key again replaces it. */
  schedule<S extends z.ZodType>(
    job: JobDefinition<S>,
    data: z.input<S>,
    options: ScheduleOptions,
  ): Promise<void>
  unschedule(job: JobDefinition, key: string, transaction?: SendingTransaction): Promise<void>
}

const defaults = { pollMs: 1_000, concurrency: 4, stopMs: 30_000, settleMs: 20_000 }

/** The jobs of every module in this process, in one queue on the app's own database. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, clock, newId, observer = {} } = options
  const registered = new Map<string, Registered>()
  const boss = createBoss(database, observer)
  const concurrency = options.concurrency ?? defaults.concurrency
  const worker = createJobWorker({ database, clock, newId, observer, boss, registered, concurrency })
  const status = { started: false, isWorker: true }
  const nudge = () => {
    if (status.started && status.isWorker) worker.nudge()
  }
  const everyMs = options.pollMs ?? defaults.pollMs
  const poll = createPoll({ database, boss, clock, newId, observer, registered, everyMs, nudge })
  const through = (transaction: SendingTransaction | undefined): Db =>
    transaction === undefined ? connectionOf(database) : transactionAsDb(transaction)

  return {
    ...createSchedules(through, clock),
    removePerson: (userId) => removePerson(database, userId),
    backlog: () => measureBacklog(database, [...registered.keys()]),
    deadLetters: createDeadJobs({ database, boss, replayed: nudge }),
    settle: (timeoutMs = defaults.settleMs) => settle({ poll, worker }, timeoutMs),
    addModule(module) {
      if (status.started) throw new Error(`${module.module} was added to the jobs after their start.`)
      register(registered, module)
    },
    async start(roles = {}) {
      status.isWorker = roles.worker ?? true
      await boss.start()
      await declareQueues(boss, registered)
      await setOwnSchedules(through(undefined), registered, clock.now())
      status.started = true
      if (!status.isWorker) return
      await poll.look()
      poll.start()
    },
    stop: (deadlineMs = defaults.stopMs) =>
      withinDeadline(deadlineMs, async () => {
        // Both at once: while the poll ends, the worker begins nothing new.
        await Promise.all([poll.stop(), worker.stop()])
        await boss.stop({ graceful: false, close: false })
      }),
    async send(job, data, { transaction, startAfter, singletonKey, ...about } = {}) {
      const sending = { boss, db: through(transaction), newId }
      const id = await sendJob(sending, job, envelopeOf(job, data, about), {
        ...(startAfter === undefined ? {} : { startAfter }),
        ...(singletonKey === undefined ? {} : { singletonKey }),
      })
      if (transaction === undefined) nudge()
      return id
    },
  }
}

const createSchedules = (
  through: (transaction: SendingTransaction | undefined) => Db,
  clock: Clock,
): Schedules => ({
  async schedule(job, data, { key, cron, zone, transaction, ...about }) {
    const payload = envelopeOf(job, data, about)
    await setRecurrence(through(transaction), { job: job.name, key, cron, zone, payload }, clock.now())
  },
  unschedule: (job, key, transaction) => dropRecurrence(through(transaction), job.name, key),
})
