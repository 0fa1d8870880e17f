import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Knows the process groups to end should this process be killed with no chance to do so itself. */
export interface Guard {
  add(group: number): void
  drop(group: number): void
  /** Tells the guard that nothing is left to watch. */
  close(): void
}

/** Starts the guard: a shell in a session of its own, so that a Ctrl-C in the terminal passes it by. */
export function createGuard(): Guard {
  const shell = spawn('sh', [join(import.meta.dirname, 'guard.sh')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  shell.stdin.on('error', () => {})
  const say = (line: string): void => void shell.stdin.write(`${line}\n`)
  return {
    add: (group) => say(`add ${group}`),
    drop: (group) => say(`drop ${group}`),
    close: () => void shell.stdin.end(),
  }
}
