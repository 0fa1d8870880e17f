import { Worker } from 'node:worker_threads'
import type { DecisionInput, Json } from '@triptych/oo-policies'

/** A policy that chooses along, unseen. */
export interface Shadow {
  readonly id: string
  readonly version: number
  readonly parameters: DecisionInput['policy']['parameters']
  readonly state: Json
}

export interface ShadowJob {
  /** The decision's input as canonical JSON: parsed over there, so that it costs nothing here. */
  readonly input: Uint8Array
  readonly shadows: readonly Shadow[]
}

export interface ShadowResult {
  readonly shadow: Shadow
  readonly outcome: 'decided' | 'late' | 'failed'
  readonly record: Uint8Array | null
  readonly tookMs: number
}

export interface Shadows {
  /** Resolves when every shadow has answered or was given up. Never rejects, never waits longer than its deadlines. */
  run(job: ShadowJob): Promise<readonly ShadowResult[]>
  close(): Promise<void>
}

export interface ShadowsOptions {
  /** For each shadow; the thread of one that takes longer is ended. */
  readonly deadlineMs?: number
  /** Jobs that may wait; more are given up at once. */
  readonly queued?: number
  readonly workerUrl?: URL
}

interface Queued {
  readonly job: ShadowJob
  readonly done: (results: readonly ShadowResult[]) => void
}

/** One that hung has cost a thread; so long it is left out. */
const restMs = 10_000

const defaultWorker = new URL('./shadow-worker.ts', import.meta.url)

/** One thread beside the requests: whatever a shadow does, an answer neither waits for it nor fails with it. */
export function createShadows({
  deadlineMs = 250,
  queued = 64,
  workerUrl = defaultWorker,
}: ShadowsOptions = {}): Shadows {
  const waiting: Queued[] = []
  const thread = createThread(workerUrl)
  const status = { isRunning: false, isClosed: false }
  const rest = createRest()

  async function drain(): Promise<void> {
    if (status.isRunning) return
    status.isRunning = true
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      next.done(await runOne(next.job))
    }
    // In the same turn as the last look: a job that comes now starts anew.
    status.isRunning = false
  }

  async function runOne({ input, shadows: wanted }: ShadowJob): Promise<ShadowResult[]> {
    const results: ShadowResult[] = []
    const shadows = wanted.filter(({ id }) => !rest.isOf(id))
    while (results.length < shadows.length && !status.isClosed) {
      const left = shadows.slice(results.length)
      const answered = await ask(thread.running(), { input, shadows: left }, deadlineMs)
      results.push(...answered.map((answer, index) => ({ ...answer, shadow: left[index] as Shadow })))
      if (answered.length === left.length) break
      const stuck = left[answered.length]
      if (stuck !== undefined) {
        results.push({ shadow: stuck, outcome: 'late', record: null, tookMs: deadlineMs })
        rest.begin(stuck.id)
      }
      await thread.end()
    }
    const leftOut = wanted.filter((shadow) => !results.some((result) => result.shadow === shadow))
    return [...results, ...givenUp(leftOut)]
  }

  return {
    run: (job) =>
      new Promise((done) => {
        if (waiting.length >= queued || status.isClosed) return done(givenUp(job.shadows))
        waiting.push({ job, done })
        void drain()
      }),
    async close() {
      status.isClosed = true
      await thread.end()
    },
  }
}

/** The one thread, started when it is needed. */
function createThread(workerUrl: URL) {
  let worker: Worker | undefined
  return {
    running(): Worker {
      if (worker !== undefined) return worker
      const started = new Worker(workerUrl)
      started.unref()
      // A thread that dies between two jobs is replaced at the next.
      started.on('error', () => {
        if (worker === started) worker = undefined
      })
      worker = started
      return started
    },
    async end(): Promise<void> {
      const ended = worker
      worker = undefined
      await ended?.terminate()
    },
  }
}

/** Who is left out, by id. */
function createRest() {
  const until = new Map<string, number>()
  return {
    begin: (id: string) => void until.set(id, performance.now() + restMs),
    isOf: (id: string): boolean => (until.get(id) ?? 0) > performance.now(),
  }
}

const givenUp = (shadows: readonly Shadow[]): ShadowResult[] =>
  shadows.map((shadow) => ({ shadow, outcome: 'late', record: null, tookMs: 0 }))

type Answer = Omit<ShadowResult, 'shadow'>

/** The answers that came in time, in order; fewer than asked for when one did not or the thread ended. */
function ask(worker: Worker, job: ShadowJob, deadlineMs: number): Promise<Answer[]> {
  return new Promise((done) => {
    const answers: Answer[] = []
    let timer = setTimeout(finish, deadlineMs)
    function finish(): void {
      clearTimeout(timer)
      worker.off('message', take)
      worker.off('error', finish)
      worker.off('exit', finish)
      done(answers)
    }
    function take(answer: Answer): void {
      answers.push(isSound(answer) ? answer : { outcome: 'failed', record: null, tookMs: 0 })
      clearTimeout(timer)
      if (answers.length === job.shadows.length) return finish()
      timer = setTimeout(finish, deadlineMs)
    }
    worker.on('message', take)
    worker.once('error', finish)
    worker.once('exit', finish)
    worker.postMessage(job, [])
  })
}

const isSound = ({ outcome, record, tookMs }: Answer): boolean =>
  (outcome === 'failed' && record === null) ||
  (outcome === 'decided' && record instanceof Uint8Array && Number.isFinite(tookMs))
