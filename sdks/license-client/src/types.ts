/** A public key as the vendor's `/.well-known/license-keys.json` lists it (a JWK with `kid` and `alg`). */
export interface TrustedKey {
  readonly kid: string
  readonly alg: string
  readonly kty: string
  readonly [member: string]: unknown
}

/** The keys a program is shipped with: what none of them has signed counts for nothing. */
export interface TrustedKeys {
  readonly keys: readonly TrustedKey[]
}

/** Where the state lives between two runs. Neither method needs to be quick; both may reject. */
export interface Storage {
  read(): Promise<string | null>
  /** Replaces everything, or with null removes it. Has reached the disk when it resolves. */
  write(text: string | null): Promise<void>
}

export interface Paths {
  readonly acquire: string
  readonly heartbeat: string
  readonly release: string
}

export interface LicenseClientOptions {
  /** As the customer typed or pasted it. */
  readonly licenseKey: string
  /** `https://…` of the licence server, with the path before `/api` if it has one. */
  readonly baseUrl: string
  readonly trustedKeys: TrustedKeys
  /** Names this machine instead of its fingerprint; in containers, say. Also `CODITECT_HARDWARE_ID`. */
  readonly hardwareId?: string
  /** What the licence's members see this machine as, such as `os.hostname()`. Default: a code that says nothing of it. */
  readonly machineName?: string
  /** How long `acquire()` may try before it judges without the server. Default: 60,000. */
  readonly startTimeoutMs?: number
  /** Give the seat back on SIGTERM and SIGINT. Default: true. */
  readonly handleSignals?: boolean
  /** Default: a file below the user's state folder. */
  readonly storage?: Storage
  /** For proxies and the like. Default: an own HTTP client that never keeps the process alive. */
  readonly fetch?: typeof globalThis.fetch
  readonly paths?: Partial<Paths>
}

/** What the server has signed. */
export interface Lease {
  readonly licenseId: string
  readonly organizationId: string
  readonly sessionId: string
  readonly serverTime: Date
  /** Without a heartbeat the seat is free for others from here on. */
  readonly expiresAt: Date
  readonly heartbeatIntervalMs: number
  /** Work without the server ends here at the latest. */
  readonly graceUntil: Date
  readonly token: string
}

export type LeaseVerdict =
  | 'malformed'
  | 'unknown_key'
  | 'edited'
  | 'foreign_license'
  | 'foreign_machine'
  | 'foreign_session'
  | 'wrong_nonce'
  | 'replayed'
  | 'expired'

/** Why a request came to nothing. Holds no text of requests or answers. */
export type Failure =
  /** The connection: `code` as Node names it, such as `ENOTFOUND` or `ECONNREFUSED`. */
  | { readonly kind: 'network'; readonly code: string }
  | { readonly kind: 'timeout' }
  /** An answer that no licence server gives a client that waits its turn. */
  | { readonly kind: 'server'; readonly status: number }
  /** A good status, and no answer of a licence server in it. */
  | { readonly kind: 'malformed' }
  /** A lease that must not be believed. */
  | { readonly kind: 'untrusted'; readonly verdict: LeaseVerdict }

/** The server's no, or what is wrong with the key before it is asked. */
export interface Refusal {
  /** `malformed_key`, or the server's code without `licensing.`: `no_seats`, `license_suspended`, `plan_reduced` … */
  readonly reason: string
  readonly message: string
  /** The members of the server's answer, such as `current_seats_used` and `next_free_at`. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Why there is no work without the server. */
export type GraceRefusal =
  /** Nothing was stored, or it was given back. */
  | 'no_lease'
  /** What was stored is not of this machine and key, or was altered. */
  | 'untrusted_lease'
  /** The clock stands before a moment that has been. */
  | 'clock_set_back'
  | 'grace_over'
  /** Grace is paid for on disk in advance, and the disk does not take it. */
  | 'storage_failed'

/** How things stand; what follows from it is the program's decision. */
export type Verdict =
  | { readonly status: 'idle' }
  | {
      readonly status: 'online'
      readonly lease: Lease
      readonly seatsUsed: number | null
      readonly maxSeats: number | null
    }
  | {
      readonly status: 'offline'
      readonly lease: Lease
      readonly graceEndsInMs: number
      readonly failure: Failure
    }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'unreachable'; readonly failure: Failure; readonly grace: GraceRefusal }

export type Operation = 'acquire' | 'heartbeat' | 'release'

export interface LicenseEvents {
  /** There is a seat: the first one, or a new one after the old one was gone. */
  acquired: { readonly lease: Lease; readonly seatsUsed: number | null; readonly maxSeats: number | null }
  renewed: { readonly lease: Lease }
  /** A try came to nothing; `nextInMs` is null when it was the last of its kind. */
  attempt_failed: {
    readonly operation: Operation
    readonly attempt: number
    readonly failure: Failure
    readonly nextInMs: number | null
  }
  /** For the user: work goes on without the server for so long. Again after each retry that failed. */
  offline: { readonly message: string; readonly graceEndsInMs: number; readonly failure: Failure }
  /** The server is back, and so is the seat. */
  recovered: { readonly lease: Lease; readonly offlineForMs: number }
  /** The system's clock was set, by so much (back: negative). Nothing here depends on it. */
  clock_changed: { readonly byMs: number }
  /** The last word: no seat, no grace. Nothing more is tried until `acquire()`. */
  ended: { readonly error: LicenseError }
  /** The seat was given back; unconfirmed, it becomes free when the lease expires. */
  released: { readonly confirmed: boolean }
}

export type LicenseEvent = {
  [Type in keyof LicenseEvents]: { readonly type: Type } & LicenseEvents[Type]
}[keyof LicenseEvents]

/** What it returns is ignored, but for a promise, which may reject. */
export type Listener<Event> = (event: Event) => unknown

/** Why the seat is gone for good; never thrown, only handed over. */
export class LicenseError extends Error {
  override readonly name = 'LicenseError'
  /** `grace_over`, or the reason of a refusal. */
  readonly reason: string
  readonly details: Readonly<Record<string, unknown>>

  constructor({ reason, message, details }: Refusal) {
    super(message)
    this.reason = reason
    this.details = details
  }
}

export interface LicenseClient {
  /** How things stand now. */
  readonly verdict: Verdict
  /**
   * Takes a seat and keeps it with heartbeats. Never rejects. While the server cannot be reached, a lease stored by an
   * earlier run is worth its grace.
   */
  acquire(): Promise<Verdict>
  /** A heartbeat ahead of its time, say when the user asks whether the server is back. Never rejects. */
  renew(): Promise<Verdict>
  /** Gives the seat back and forgets the lease. Never rejects. */
  release(): Promise<{ readonly confirmed: boolean }>
  /** Returns what ends the subscription. An error of a listener becomes a warning of the process. */
  on<Type extends keyof LicenseEvents>(type: Type, listener: Listener<LicenseEvents[Type]>): () => void
  /** The same for events of every type, in their order. */
  onEvent(listener: Listener<LicenseEvent>): () => void
}
