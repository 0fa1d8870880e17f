import type { Clock, NewId } from './clock.ts'

/** Who acts. A person signed in, a program with a token, a module on its own behalf, or nobody known. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly sessionId: string
      readonly roles: readonly string[]
      /** Epoch ms of the last time this person proved who they are. */
      readonly authenticatedAt: number
      readonly emailVerified: boolean
      /** The account is suspended: only what says `whileSuspended` is open. */
      readonly suspended?: boolean
    }
  | {
      readonly kind: 'token'
      readonly userId: string
      readonly tokenId: string
      readonly scopes: readonly string[]
      /** Absent: the token is its person's own and acts in no organisation. */
      readonly organizationId?: string
    }
  | { readonly kind: 'system'; readonly userId?: string }

/** The organisation a call acts in, and what its actor may do there. */
export interface Tenant {
  readonly organizationId: string
  readonly role: 'owner' | 'admin' | 'member'
}

/** The identity of a write that may be repeated: scoped to actor, operation and key. */
export interface Once {
  readonly userId: string
  readonly operation: string
  readonly key: string
  /** Hash of the parsed input: the same key with another input is refused. */
  readonly requestHash: string
  readonly sealed: boolean
  /** An outcome under this key has served its time and makes room for the new one. */
  readonly outlived?: boolean
}

/** What travels with every call, in the same process and over the wire. Immutable. */
export interface Context {
  readonly requestId: string
  readonly actor: Actor
  readonly tenant?: Tenant
  /** The module that calls; absent at the edge, where a person or program calls. */
  readonly caller?: string
  /** Epoch ms after which nobody waits for the answer. */
  readonly deadline: number
  readonly idempotencyKey?: string
  /** Set by the dispatcher while an operation with a key runs; the write transaction keeps its outcome under it. */
  readonly once?: Once
  readonly ip?: string
  readonly userAgent?: string
  readonly signal: AbortSignal
}

/** The user a call acts for, or undefined. */
export function userIdOf(actor: Actor): string | undefined {
  return actor.kind === 'anonymous' ? undefined : actor.userId
}

/** The same call, bound to the rows of this person; without one, to nobody's. */
export const actingFor = (context: Context, userId?: string | null): Context => ({
  ...context,
  actor: userId === undefined || userId === null ? { kind: 'system' } : { kind: 'system', userId },
})

const defaultDeadlineMs = 30_000

/** A context for work that no request started: jobs, consumers, commands. `userId` limits it to that person's rows. */
export function systemContext(options: {
  clock: Clock
  newId: NewId
  userId?: string
  timeoutMs?: number
  requestId?: string
  caller?: string
}): Context {
  const timeoutMs = options.timeoutMs ?? defaultDeadlineMs
  return {
    requestId: options.requestId ?? options.newId(),
    actor: options.userId === undefined ? { kind: 'system' } : { kind: 'system', userId: options.userId },
    ...(options.caller === undefined ? {} : { caller: options.caller }),
    deadline: options.clock.now() + timeoutMs,
    signal: new AbortController().signal,
  }
}
