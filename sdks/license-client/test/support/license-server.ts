import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { generateLicenseKey, type LeaseClaims, machineOf } from '@triptych/license-format'
import type { Operation, TrustedKeys } from '../../src/index.ts'
import { defaultPaths } from '../../src/wire.ts'
import { createLeaseSigner, type LeaseSigner } from './authority.ts'

/** How the server answers instead of well. */
export type Fault = 'reset' | 'slow' | 'unavailable' | 'html' | 'truncated' | 'cut_off'

interface Session {
  readonly id: string
  readonly machine: string
  expiresAt: number
}

export interface ServerOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number
  readonly seats?: number
  readonly intervalSeconds?: number
  readonly ttlSeconds?: number
  readonly graceSeconds?: number
}

type Body = Record<string, string>
interface Answer {
  readonly status: number
  readonly body?: object
}

export const licenseKey = generateLicenseKey((count) => new Uint8Array(count).fill(7))
const licenseId = '0198c0de-0000-7000-8000-000000000001'
const isOperation = (name: string): name is Operation => name in defaultPaths

/** A licence server of one licence: real HTTP on loopback, really signed leases, and a will of its own. */
export class LicenseServer {
  readonly #signer: LeaseSigner
  readonly #options: Required<ServerOptions>
  readonly #sessions = new Map<string, Session>()
  readonly #faults = new Map<Operation, Fault>()
  readonly #refusals = new Map<Operation, { status: number; code: string; data: object }>()
  #http: Server | undefined
  #port = 0
  /** Bodies of requests that will get no answer. */
  readonly unanswered = new Set<string>()
  readonly requests: { readonly operation: Operation; readonly body: Body }[] = []
  /** Changes a lease's claims before they are signed. */
  claims: (claims: LeaseClaims) => LeaseClaims = (claims) => claims
  /** Changes a token on its way out. */
  token: (token: string) => string | Promise<string> = (token) => token

  private constructor(signer: LeaseSigner, options: Required<ServerOptions>) {
    this.#signer = signer
    this.#options = options
  }

  static async start(options: ServerOptions = {}): Promise<LicenseServer> {
    const server = new LicenseServer(await createLeaseSigner(), {
      now: Date.now,
      seats: 3,
      intervalSeconds: 300,
      ttlSeconds: 360,
      graceSeconds: 45 * 60,
      ...options,
    })
    await server.listen()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get trustedKeys(): TrustedKeys {
    return this.#signer.trustedKeys
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt > this.#options.now())
  }

  fail(
    fault: Fault | undefined,
    operations: readonly Operation[] = ['acquire', 'heartbeat', 'release'],
  ): void {
    for (const operation of operations)
      if (fault === undefined) this.#faults.delete(operation)
      else this.#faults.set(operation, fault)
  }

  refuse(operation: Operation, status: number, code: string, data: object = {}): void {
    this.#refusals.set(operation, { status, code, data })
  }

  /** On the same port as before, after `close()`. */
  async listen(): Promise<void> {
    const http = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
    await new Promise<void>((listening) => http.listen(this.#port, '127.0.0.1', listening))
    this.#port = (http.address() as AddressInfo).port
    this.#http = http
  }

  /** Connections are refused from here on. */
  async close(): Promise<void> {
    const http = this.#http
    this.#http = undefined
    if (http === undefined) return
    const closed = new Promise((done) => http.close(done))
    http.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/.well-known/license-keys.json')
      return void response.end(JSON.stringify(this.trustedKeys))
    const operation = request.url?.split('/').at(-1) ?? ''
    const received = await text(request)
    if (!isOperation(operation)) return void response.writeHead(404).end()
    const body = JSON.parse(received) as Body
    this.requests.push({ operation, body })
    const fault = this.#faults.get(operation)
    if (fault === 'slow') {
      this.unanswered.add(received)
      return
    }
    if (fault === 'reset') return void request.socket.resetAndDestroy()
    if (fault === 'unavailable')
      return void response.writeHead(503, { 'content-type': 'text/plain' }).end('maintenance')
    if (fault === 'html')
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Sign in to this network</html>')
    const answer = await this.#decide(operation, body)
    const whole = answer.body === undefined ? '' : JSON.stringify(answer.body)
    const half = whole.slice(0, whole.length / 2)
    if (fault === 'cut_off') {
      response.writeHead(answer.status, { 'content-length': whole.length || 100 })
      return void response.write(half || 'x', () => request.socket.destroy())
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(fault === 'truncated' ? half : whole)
  }

  #decide(operation: Operation, body: Body): Promise<Answer> | Answer {
    const refusal = this.#refusals.get(operation)
    if (refusal !== undefined) return problem(refusal.status, refusal.code, refusal.data)
    if (operation === 'acquire') return this.#acquire(body)
    const session = this.#sessions.get(body['session_id'] ?? '')
    if (operation === 'heartbeat') return this.#heartbeat(session, body)
    if (session !== undefined) this.#sessions.delete(session.id)
    return { status: 204 }
  }

  async #acquire(body: Body): Promise<Answer> {
    const machine = await machineOf(body['hardware_id'] ?? '')
    const own = this.sessions.find((session) => session.machine === machine)
    const { seats, now } = this.#options
    if (own === undefined && this.sessions.length >= seats)
      return problem(429, 'licensing.no_seats', {
        current_seats_used: seats,
        max_seats: seats,
        next_free_at: new Date(now()).toISOString(),
      })
    const session = own ?? { id: randomUUID(), machine, expiresAt: 0 }
    this.#sessions.set(session.id, session)
    return { status: 201, body: await this.#grant(session, body['nonce']) }
  }

  async #heartbeat(session: Session | undefined, body: Body): Promise<Answer> {
    if (session === undefined || session.expiresAt <= this.#options.now())
      return problem(410, 'licensing.session_expired', { reason: 'expired' })
    return { status: 200, body: await this.#grant(session, body['nonce']) }
  }

  async #grant(session: Session, nonce: string | undefined): Promise<object> {
    const { now, ttlSeconds, intervalSeconds, graceSeconds, seats } = this.#options
    const serverTime = now()
    session.expiresAt = serverTime + ttlSeconds * 1_000
    const claims = this.claims({
      iss: this.url,
      license: licenseId,
      organization: '0198c0de-0000-7000-8000-000000000002',
      session: session.id,
      machine: session.machine,
      epoch: 1,
      nonce: nonce ?? null,
      server_time: serverTime,
      exp: session.expiresAt / 1_000,
      interval: intervalSeconds,
      grace_until: serverTime / 1_000 + graceSeconds,
    })
    return {
      session_id: session.id,
      signed_token: await this.token(await this.#signer.sign(claims)),
      expires_at: new Date(session.expiresAt).toISOString(),
      heartbeat_interval: intervalSeconds,
      seats_used: this.sessions.length,
      max_seats: seats,
    }
  }
}

const problem = (status: number, code: string, data: object): Answer => ({
  status,
  body: { type: 'about:blank', title: 'The test server refused.', status, code, ...data },
})
