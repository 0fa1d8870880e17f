import type { Poll } from './poll.ts'
import type { JobWorker } from './worker.ts'

/** Works until no job of this process is due; jobs that wait for a later time are left. Returns how many have begun so far. */
export async function settle(
  movers: { readonly poll: Poll; readonly worker: JobWorker },
  timeoutMs: number,
): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs)
  while (!signal.aborted) {
    await movers.poll.look()
    await movers.worker.drained()
    const begun = movers.worker.begun()
    const hasDue = await movers.worker.hasDue()
    // What was begun beside the look is no longer due, and not yet done.
    if (!hasDue && movers.worker.begun() === begun) return begun
  }
  throw new Error('The jobs did not settle in time: one is still due.')
}
