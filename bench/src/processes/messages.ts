import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface RunningProcess<Ready> {
  readonly ready: Ready
  readonly pid: number
  /** Sends a question and waits for the answer. */
  ask<Answer>(question: unknown): Promise<Answer>
  stop(): Promise<void>
}

export interface ForkOptions {
  readonly input: unknown
  /** Flags of Node, for example `--cpu-prof`. */
  readonly flags?: readonly string[]
}

/** Starts a program of this folder in a process of its own; its first message says that it is ready. */
export const start = <Ready>(program: string, options: ForkOptions): Promise<RunningProcess<Ready>> =>
  startAt(new URL(program, import.meta.url), options)

/** The same for a program anywhere. */
export async function startAt<Ready>(program: URL, options: ForkOptions): Promise<RunningProcess<Ready>> {
  const child = fork(program, [JSON.stringify(options.input)], {
    execArgv: [...(options.flags ?? [])],
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`${program.pathname} ended with ${String(code)} before it answered`)
  })
  failed.catch(() => undefined)
  const answer = async <T>(): Promise<T> => ((await Promise.race([once(child, 'message'), failed])) as [T])[0]
  return {
    ready: await answer<Ready>(),
    pid: child.pid ?? 0,
    ask: async <Answer>(question: unknown) => {
      const pending = answer<Answer>()
      child.send(question as object)
      return pending
    },
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}

/** What the parent started this program with, as JSON. */
export const given = process.argv[2] ?? 'null'

/** Tells the parent. */
export const tell = (message: unknown): void => void process.send?.(message)
