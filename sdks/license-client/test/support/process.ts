import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LicenseClientOptions, LicenseEvent, Verdict } from '../../src/index.ts'
import { describeEvent, describeVerdict } from './describe.ts'
import { licenseKey } from './license-server.ts'

export const folder = dirname(dirname(import.meta.dirname))
const built = join(folder, 'dist', 'index.js')
const deadlineMs = 30_000

interface Said {
  readonly event?: LicenseEvent
  readonly verdict?: Verdict
  readonly note?: string
}

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** From the end of `main` until it was gone, as its parent saw it. */
  readonly goneAfterMs: number
  readonly errors: string
}

/** A program of its own, with what it says as lines. */
export class Program {
  readonly #child: ChildProcess
  readonly #ended: Promise<End>
  readonly lines: string[] = []
  #errors = ''
  #mainEndedAt = Number.NaN
  #onLine = (): void => {}
  /** Called once its main has ended. */
  onMainEnded = (): void => {}

  constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(command, args, { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'pipe' })
    const { stdout, stderr } = this.#child
    if (stdout === null || stderr === null) throw new Error('no pipes')
    createInterface(stdout).on('line', (line) => this.#hear(line))
    stderr.on('data', (chunk) => {
      this.#errors += String(chunk)
    })
    this.#ended = once(this.#child, 'exit').then(([code, signal]) => {
      const goneAfterMs = performance.now() - this.#mainEndedAt
      return { code, signal, goneAfterMs, errors: this.#errors }
    })
  }

  #hear(text: string): void {
    const said: Said = text.startsWith('{') ? (JSON.parse(text) as Said) : { note: text }
    if (said.note === 'main ended') {
      this.#mainEndedAt = performance.now()
      this.onMainEnded()
    } else if (said.event !== undefined) this.lines.push(describeEvent(said.event))
    else if (said.verdict !== undefined) this.lines.push(`verdict: ${describeVerdict(said.verdict)}`)
    else if (said.note !== undefined) this.lines.push(said.note)
    this.#onLine()
  }

  /** Until a line contains this. */
  async until(part: string): Promise<void> {
    await this.untilTrue(() => this.lines.some((line) => line.includes(part)), part)
  }

  async untilTrue(isTrue: () => boolean, what: string): Promise<void> {
    const signal = AbortSignal.timeout(deadlineMs)
    while (!isTrue()) {
      if (signal.aborted || this.#child.exitCode !== null)
        throw new Error(`waited for “${what}”, heard ${JSON.stringify(this.lines)} ${this.#errors}`)
      await new Promise<void>((resolve) => {
        this.#onLine = resolve
        setTimeout(resolve, 20)
      })
    }
  }

  type(text: string): void {
    this.#child.stdin?.write(text)
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Closes its input, and waits for its end. */
  end(): Promise<End> {
    this.#child.stdin?.end()
    return this.ended()
  }

  ended(): Promise<End> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), deadlineMs)
    return this.#ended.finally(() => clearTimeout(timer))
  }
}

export interface HostOptions extends Partial<LicenseClientOptions> {
  readonly does?: readonly ('wait' | 'release' | 'handle-sigterm')[]
  readonly program?: string
  /** What it imports the SDK as. */
  readonly entry?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A program without the SDK, which ends with its input too. */
export const startBare = (node: string): Program =>
  new Program(node, [join(import.meta.dirname, 'bare.mjs')], {})

/** A user's home, where the state of one machine is kept. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'license-client-home-'))

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Starts a host of the SDK in this Node. */
  start(node: string, { does = ['wait'], program, entry = built, env, ...options }: HostOptions): Program {
    const config = {
      entry,
      does,
      options: { licenseKey, hardwareId: 'workstation-1', startTimeoutMs: 12_000, ...options },
    }
    return new Program(node, [program ?? join(import.meta.dirname, 'host.mjs'), JSON.stringify(config)], {
      XDG_STATE_HOME: this.folder,
      HOME: this.folder,
      ...env,
    })
  }
}
