import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './processes.ts'

/** A program in a terminal of its own, on a machine of its own. */
export interface Terminal {
  /** All that it has written so far. */
  readonly screen: () => string
  press(key: string): void
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  close(): Promise<void>
}

/** Runs a program of the repository with these arguments; what it stores is thrown away. */
export function openTerminal(program: string, args: readonly string[]): Terminal {
  const state = mkdtempSync(join(tmpdir(), 'triptych-terminal-'))
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { XDG_STATE_HOME: state },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    screen: () => text,
    press: (key) => void child.stdin.write(key),
    ended,
    async close() {
      child.kill('SIGTERM')
      await ended
      rmSync(state, { recursive: true, force: true })
    },
  }
}
