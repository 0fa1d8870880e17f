import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Guard } from './guard.ts'
import type { Speaker } from './speaker.ts'

export interface Program {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly lowPriority?: boolean
}

export interface Child {
  readonly name: string
  /** The exit code, 128 + the signal's number when a signal ended it. */
  readonly exited: Promise<number>
  isRunning(): boolean
  /** SIGTERM to the whole group, SIGKILL after the deadline; true when it ended by itself. */
  stop(deadlineMs: number): Promise<boolean>
  kill(): void
}

export interface Ground {
  readonly guard: Guard
  readonly speaker: Speaker
}

const lastWordsMs = 1_000

/** Starts a program as the leader of its own process group, so that stopping reaches whatever it starts in turn. */
export function startChild(program: Program, { guard, speaker }: Ground): Child {
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const group = child.pid
  if (group !== undefined) guard.add(group)
  if (group !== undefined && program.lowPriority === true) lower(group)
  for (const stream of [child.stdout, child.stderr]) {
    const voice = speaker.voice(program.name)
    stream
      .setEncoding('utf8')
      .on('data', (chunk: string) => voice.push(chunk))
      .on('end', () => voice.end())
  }
  let running = group !== undefined
  const exited = new Promise<number>((done) => {
    child.on('error', (error) => {
      speaker.say(`${program.name} could not be started: ${error.message}`)
      done(1)
    })
    child.on('exit', (code, signal) => {
      running = false
      if (group !== undefined) {
        signalGroup(group, 'SIGKILL')
        guard.drop(group)
      }
      const end = (): void => done(code ?? 128 + constants.signals[signal ?? 'SIGKILL'])
      child.on('close', end)
      // What it started elsewhere may hold its output open for ever.
      setTimeout(end, lastWordsMs).unref()
    })
  })
  const kill = (): void => {
    if (running && group !== undefined) signalGroup(group, 'SIGKILL')
  }
  return {
    name: program.name,
    exited,
    isRunning: () => running,
    kill,
    async stop(deadlineMs) {
      if (!running || group === undefined) return true
      signalGroup(group, 'SIGTERM')
      const late = new AbortController()
      const inTime = await Promise.race([
        exited.then(() => true),
        wait(deadlineMs, false, { signal: late.signal }),
      ])
      late.abort()
      if (!inTime) kill()
      await exited
      return inTime
    },
  }
}

function lower(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It may have ended already, and some systems refuse: the build then runs at the usual priority.
  }
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
