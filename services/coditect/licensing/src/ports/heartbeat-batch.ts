import type { RecordedHeartbeat } from '../store/seat-copies.ts'

/** Heartbeats on their way to Postgres: written down together, soon after the first of them. */
export interface HeartbeatBatch {
  add(beat: RecordedHeartbeat): void
  /** Writes down what waits now. */
  flush(): Promise<void>
}

export const batchMs = 1_000
const atOnce = 1_000

/** What cannot be written waits for the next batch, unless the next heartbeat of its session is there before. */
export function createHeartbeatBatch(
  write: (beats: readonly RecordedHeartbeat[]) => Promise<void>,
  onFailed: (error: unknown) => void,
): HeartbeatBatch {
  let waiting = new Map<string, RecordedHeartbeat>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const plan = (): void => {
    timer ??= setTimeout(() => void flush(), batchMs).unref()
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const beats = [...waiting.values()]
    waiting = new Map()
    writing = writing.then(() => writeAll(beats))
    return writing
  }
  const writeAll = async (beats: readonly RecordedHeartbeat[]): Promise<void> => {
    for (let start = 0; start < beats.length; start += atOnce) {
      const some = beats.slice(start, start + atOnce)
      await write(some).catch((error: unknown) => {
        onFailed(error)
        for (const beat of some) if (!waiting.has(beat.sessionId)) waiting.set(beat.sessionId, beat)
        plan()
      })
    }
  }
  return {
    add(beat) {
      waiting.set(beat.sessionId, beat)
      plan()
    },
    flush,
  }
}
