import { type AddressInfo, createServer } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createClient } from '../../src/client.ts'
import type { LicenseClient, LicenseClientOptions, LicenseEvent, Storage, Verdict } from '../../src/index.ts'
import { describeEvent, describeVerdict } from './describe.ts'
import { FakeClock } from './fake-clock.ts'
import { LicenseServer, licenseKey, type ServerOptions } from './license-server.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
const beginning = Date.UTC(2026, 10, 28, 12)

/** What WebCrypto computes beside the event loop. */
const pendingCryptography = new Set<Promise<unknown>>()
for (const name of ['digest', 'importKey', 'verify'] as const) {
  const original = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>
  Object.assign(crypto.subtle, {
    [name]: (...args: unknown[]) => {
      const result = original(...args)
      pendingCryptography.add(result)
      const end = (): void => void pendingCryptography.delete(result)
      result.then(end, end)
      return result
    },
  })
}

/** What happens between client and server besides what the server does. */
export type Route = 'open' | 'no_such_host' | 'refused'

export class MemoryStorage implements Storage {
  text: string | null = null
  isBroken = false

  read(): Promise<string | null> {
    return Promise.resolve(this.text)
  }

  write(text: string | null): Promise<void> {
    if (this.isBroken) return Promise.reject(new Error('the disk is full'))
    this.text = text
    return Promise.resolve()
  }
}

export interface Machine {
  readonly client: LicenseClient
  readonly clock: FakeClock
  readonly storage: MemoryStorage
  /** What the client said, one line an event. */
  readonly said: string[]
  /** Lets time pass step by step; the client does all that falls due. */
  pass(ms: number): Promise<void>
  /** Lets as much time pass as this needs to be settled. */
  finish<T>(work: Promise<T>): Promise<T>
  acquire(): Promise<string>
}

export interface MachineOptions extends Partial<LicenseClientOptions> {
  readonly storage?: MemoryStorage
  /** By how much the system's clock is wrong. */
  readonly wallAhead?: number
  readonly random?: () => number
}

/** A server and the machines that use it: real connections, real signatures, and no time but that of the test. */
export class World {
  readonly server: LicenseServer
  readonly #time: { elapsed: number }
  readonly #closedPort: number
  route: Route = 'open'

  private constructor(server: LicenseServer, time: { elapsed: number }, closedPort: number) {
    this.#closedPort = closedPort
    this.server = server
    this.#time = time
  }

  static async create(options: Omit<ServerOptions, 'now'> = {}): Promise<World> {
    const time = { elapsed: 0 }
    const server = await LicenseServer.start({ ...options, now: () => beginning + time.elapsed })
    return new World(server, time, await findClosedPort())
  }

  get now(): number {
    return beginning + this.#time.elapsed
  }

  /** Nobody's machine runs meanwhile. */
  pass(ms: number): void {
    this.#time.elapsed += ms
  }

  /** A process that begins on a machine; with the storage of an earlier one, it is the same machine again. */
  machine(options: MachineOptions = {}): Machine {
    const { storage = new MemoryStorage(), wallAhead = 0, random = () => 0, ...rest } = options
    const clock = new FakeClock(this.now + wallAhead)
    const inFlight = new Set<string>()
    const said: string[] = []
    const client = createClient(
      {
        licenseKey,
        baseUrl: this.server.url,
        trustedKeys: this.server.trustedKeys,
        hardwareId: 'workstation-1',
        handleSignals: false,
        storage,
        fetch: this.#fetch(inFlight),
        ...rest,
      },
      { clock, random },
    )
    client.onEvent((event: LicenseEvent) => said.push(describeEvent(event)))
    const pass = (ms: number): Promise<void> => this.#pass(clock, inFlight, ms)
    const finish = <T>(work: Promise<T>): Promise<T> => this.#finish(clock, inFlight, work)
    const acquire = async (): Promise<string> => describeVerdict(await finish<Verdict>(client.acquire()))
    return { client, clock, storage, said, pass, finish, acquire }
  }

  #fetch(inFlight: Set<string>): typeof fetch {
    return async (input, init) => {
      const key = init?.body as string
      inFlight.add(key)
      try {
        const answer = await fetch(this.#routed(input as string), init)
        const body = await answer.text()
        return new Response(body === '' ? null : body, { status: answer.status })
      } finally {
        inFlight.delete(key)
      }
    }
  }

  #routed(address: string): string {
    const url = new URL(address)
    if (this.route === 'no_such_host') url.hostname = 'licences.invalid'
    if (this.route === 'refused') url.port = String(this.#closedPort)
    return url.href
  }

  async #pass(clock: FakeClock, inFlight: ReadonlySet<string>, ms: number): Promise<void> {
    let leftMs = ms
    await this.#settle(inFlight)
    while (leftMs > 0) {
      const stepMs = Math.min(leftMs, clock.nextInMs ?? leftMs)
      leftMs -= stepMs
      this.#time.elapsed += stepMs
      clock.pass(stepMs)
      await this.#settle(inFlight)
    }
  }

  async #finish<T>(clock: FakeClock, inFlight: ReadonlySet<string>, work: Promise<T>): Promise<T> {
    const running = new Set([work])
    const end = (): void => void running.delete(work)
    work.then(end, end)
    await this.#settle(inFlight)
    while (running.size > 0) await this.#pass(clock, inFlight, clock.nextInMs ?? 0)
    return work
  }

  /** Until the client waits for time alone, or for answers that will not come. */
  async #settle(inFlight: ReadonlySet<string>): Promise<void> {
    const deadline = performance.now() + 10_000
    const isAtRest = (): boolean =>
      pendingCryptography.size === 0 && [...inFlight].every((body) => this.server.unanswered.has(body))
    for (let quietTurns = 0; quietTurns < 3; quietTurns = isAtRest() ? quietTurns + 1 : 0) {
      await setImmediate()
      if (performance.now() > deadline) throw new Error('the client does not come to rest')
    }
  }
}

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
