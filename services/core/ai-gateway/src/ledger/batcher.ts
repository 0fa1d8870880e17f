interface Waiting<Job, Result> {
  readonly job: Job
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

const largestBatch = 250

/**
 * Gathers what is asked while a run is under way and does it in the next one: a thousand parallel calls take a few
 * transactions on the same rows instead of a thousand that wait for each other. `soon` says when a run begins: at the
 * end of this turn of the event loop unless said.
 */
export function createBatcher<Job, Result>(
  run: (jobs: readonly Job[]) => Promise<readonly Result[]>,
  soon: (begin: () => void) => void = queueMicrotask,
): (job: Job) => Promise<Result> {
  const waiting: Waiting<Job, Result>[] = []
  let isRunning = false

  const drain = async () => {
    await settle(waiting.splice(0, largestBatch), run)
    isRunning = waiting.length > 0
    if (isRunning) soon(() => void drain())
  }
  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject })
      if (isRunning) return
      isRunning = true
      soon(() => void drain())
    })
}

async function settle<Job, Result>(
  batch: readonly Waiting<Job, Result>[],
  run: (jobs: readonly Job[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await run(batch.map(({ job }) => job))
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}
