import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

const callers = 8
/** As Linux numbers the states of a connection: asked for, not answered. */
const synSent = '02'

/** A port that takes no connection and refuses none, like one behind a firewall that drops what it does not like. */
export class BlackHole {
  readonly #port: number
  readonly #child: ChildProcess
  readonly #callers: readonly Socket[]
  #taken = 0

  private constructor(port: number, child: ChildProcess) {
    this.#port = port
    this.#child = child
    // The queue takes a few; from then on every further one waits.
    this.#callers = Array.from({ length: callers }, () =>
      connect(port, '127.0.0.1')
        .on('connect', () => {
          this.#taken += 1
        })
        .on('error', () => {}),
    )
  }

  static async open(port: number): Promise<BlackHole> {
    const program = `
      const server = require('node:net').createServer()
      server.listen({ port: ${port}, host: '127.0.0.1', backlog: 1 }, () => {
        require('node:fs').writeSync(1, 'up')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
      })`
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    return new BlackHole(port, child)
  }

  /** Whether somebody else waits for a connection. */
  isKnockedAt(): boolean {
    const port = this.#port.toString(16).toUpperCase().padStart(4, '0')
    const waiting = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , remote, state]) => remote?.endsWith(`:${port}`) === true && state === synSent)
    return waiting.length > callers - this.#taken
  }

  close(): void {
    for (const caller of this.#callers) caller.destroy()
    this.#child.kill('SIGKILL')
  }
}
