import type { RecordedHeartbeat } from '../store/seat-copies.ts'

/** Heartbeats on their way to Postgres: written down together, soon after the first of them. */
export interface HeartbeatBatch {
  add(beat: RecordedHeartbeat): void
  /** Writes down what waits, and stops. */
  close(): Promise<void>
}

export const batchMs = 1_000
const atOnce = 1_000

/** A batch that cannot be written is dropped: the next heartbeats say the same, and a fallback holds every seat anew. */
export function createHeartbeatBatch(
  write: (beats: readonly RecordedHeartbeat[]) => Promise<void>,
  onFailed: (error: unknown) => void,
): HeartbeatBatch {
  let waiting = new Map<string, RecordedHeartbeat>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const beats = [...waiting.values()]
    waiting = new Map()
    writing = writing.then(() => writeAll(beats))
    return writing
  }
  const writeAll = async (beats: readonly RecordedHeartbeat[]) => {
    for (let start = 0; start < beats.length; start += atOnce)
      await write(beats.slice(start, start + atOnce)).catch(onFailed)
  }
  return {
    add(beat) {
      waiting.set(beat.sessionId, beat)
      timer ??= setTimeout(() => void flush(), batchMs).unref()
    },
    close: () => flush(),
  }
}
