import type { z } from 'zod'
import type { Context } from './context.ts'
import type { AppError, ErrorDefinition, FailureDetails } from './error.ts'
import type { EventDefinition } from './event.ts'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface HttpBinding {
  readonly method: HttpMethod
  /** Below `/api/v1` unless `root` is set. Parameters in braces: `/turns/{id}`. */
  readonly path: string
  /** Other spellings of the same route that the sources name. Clients know `path` alone. */
  readonly aliases?: readonly string[]
  readonly root?: boolean
  /** Success status; 200 unless said, 204 when the output is empty. */
  readonly status?: 200 | 201 | 202 | 204
}

/** Where a module's own route leads to an operation. */
export interface ServedRoute extends Pick<HttpBinding, 'method' | 'path'> {
  /** The input that travels as the bearer token. Without one the route is a webhook, whose sender signs the body. */
  readonly bearer?: string
}

/**
 * Who may call.
 * - `anonymous`: anyone; an actor is passed on when one is known.
 * - `user`: a person signed in, or a program's token that holds `scope`.
 * - `admin`: a person with the admin role.
 * - `module`: other modules only; never bound to HTTP.
 */
export interface Access {
  readonly who: 'anonymous' | 'user' | 'admin' | 'module'
  /** The scope a program's token needs; without one, programs are refused. */
  readonly scope?: string
  /** The person must have proved who they are within the last ten minutes. */
  readonly fresh?: boolean
  /** Runs in one organisation (`X-Organization-Id`); the least role that may call. */
  readonly organization?: 'member' | 'admin' | 'owner'
  readonly verifiedEmail?: boolean
  /** Open also to a person whose account is suspended: what is held about them stays theirs. */
  readonly whileSuspended?: boolean
}

/**
 * How a write with an `Idempotency-Key` answers when it is repeated.
 * - `render`: the first outcome's `id` is kept and the named read operation renders it anew.
 * - `sealed`: the first answer is kept, sealed under the person's key.
 * - `done`: that it was done is kept; for what answers with nothing.
 * - `none`: the key is ignored. Of what a person may write, only: what issues, changes or ends a credential (an answer that
 *   is kept would be a second place for a secret), what the client's own id or the thing itself makes the same again
 *   (heartbeat, release), and what reads with a body. The contract tests want the reason of each.
 */
export type Idempotency = 'none' | 'sealed' | 'done' | { readonly render: string }

/** Whether a repeated `Idempotency-Key` has a meaning here. */
export const takesIdempotencyKey = ({ idempotency }: Pick<Operation, 'idempotency'>): boolean =>
  idempotency !== 'none'

/** Requests a minute, per what is named: the address, the person, the organisation. Shared by all processes. */
export interface RateLimit {
  readonly per: 'ip' | 'actor' | 'tenant'
  readonly perMinute: number
  readonly burst?: number
  /**
   * The handler takes from the bucket of this name itself (`refuseFlood`), behind what must come first, such as the check
   * for danger. The server only tells what is left. Operations that name one bucket share it.
   */
  readonly takenInside?: string
}

export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Errors extends readonly ErrorDefinition[] = readonly ErrorDefinition[],
  Event extends z.ZodType | undefined = z.ZodType | undefined,
> {
  readonly summary: string
  readonly description?: string
  readonly access: Access
  readonly http?: HttpBinding
  /** Where a module's own route leads here, for what an operation's JSON cannot say; the API's description shows it. */
  readonly servedAt?: ServedRoute
  readonly input: Input
  readonly output: Output
  /** Set on a streaming operation: the shape of one event. Its handler yields events and returns the output. */
  readonly event?: Event
  /** Streaming operations: the events of a saved answer, for a repeated request. */
  readonly eventsOf?: (output: z.output<Output>) => readonly unknown[]
  /**
   * A GET that can be watched: a WebSocket at the same address gets the answer, and again whenever it has changed, looked
   * at so often. A browser's socket takes no headers: the organisation stands in `organization_id`.
   */
  readonly live?: { readonly everyMs: number }
  readonly errors: Errors
  readonly idempotency: Idempotency
  readonly limits?: readonly RateLimit[]
  /** Largest body in bytes; the server's own default otherwise. */
  readonly bodyLimit?: number
  readonly timeoutMs: number
  readonly examples?: { readonly input?: unknown; readonly output?: unknown }
}

type Optional = 'errors' | 'idempotency' | 'timeoutMs'
type Streaming = 'event' | 'eventsOf'
type OperationSpec<I extends z.ZodType, O extends z.ZodType, E extends readonly ErrorDefinition[]> = Omit<
  Operation<I, O, E, undefined>,
  Optional | Streaming
> & { readonly errors?: E; readonly idempotency?: Idempotency; readonly timeoutMs?: number }

const defaultTimeoutMs = 10_000

/** Declares one operation: input, output, errors, access and, when public, its HTTP route. */
export function operation<
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends readonly ErrorDefinition[] = readonly [],
>(spec: OperationSpec<I, O, E>): Operation<I, O, E, undefined> {
  return { timeoutMs: defaultTimeoutMs, idempotency: 'none', errors: [] as unknown as E, ...spec }
}

/** Declares an operation that yields events before its answer (server-sent events to a client that accepts them). */
export function streamOperation<
  I extends z.ZodType,
  O extends z.ZodType,
  V extends z.ZodType,
  const E extends readonly ErrorDefinition[] = readonly [],
>(
  spec: OperationSpec<I, O, E> & {
    readonly event: V
    readonly eventsOf: (output: z.output<O>) => readonly z.input<V>[]
  },
): Operation<I, O, E, V> {
  return { timeoutMs: defaultTimeoutMs, idempotency: 'none', errors: [] as unknown as E, ...spec }
}

export type Operations = Readonly<Record<string, Operation>>

export interface Contract<Name extends string = string, Ops extends Operations = Operations> {
  readonly name: Name
  readonly description: string
  readonly operations: Ops
  /** Facts that the module announces. */
  readonly events?: readonly EventDefinition[]
}

/** A module's contract: all that others may know of it. */
export function defineContract<const Name extends string, const Ops extends Operations>(
  contract: Contract<Name, Ops>,
): Contract<Name, Ops> {
  return contract
}

export type InputOf<Op extends Operation> = z.output<Op['input']>
export type OutputOf<Op extends Operation> = z.output<Op['output']>
/** The schema of a streaming operation's events; `never` for the others. */
type EventSchema<Op extends Operation> = NonNullable<Op['event']>
export type IsStream<Op extends Operation> = [EventSchema<Op>] extends [never] ? false : true
export type EventOf<Op extends Operation> = z.output<EventSchema<Op>>
type Code<Op extends Operation> = Op['errors'][number]['code']

/** Ends an operation with one of the errors it declares: `throw fail('turn.not_found')`. */
export type Fail<Codes extends string> = (code: Codes, details?: FailureDetails) => AppError

export type Handler<Op extends Operation> =
  IsStream<Op> extends true
    ? (
        context: Context,
        input: InputOf<Op>,
        fail: Fail<Code<Op>>,
      ) => AsyncGenerator<z.input<EventSchema<Op>>, z.input<Op['output']>, undefined>
    : (context: Context, input: InputOf<Op>, fail: Fail<Code<Op>>) => Promise<z.input<Op['output']>>

export type Handlers<C extends Contract> = {
  readonly [K in keyof C['operations']]: Handler<C['operations'][K]>
}

/** The handler type of one operation of a contract, for a use-case file. */
export type HandlerOf<C extends Contract, K extends keyof C['operations']> = Handler<C['operations'][K]>

type Call<Op extends Operation> =
  IsStream<Op> extends true
    ? (context: Context, input: z.input<Op['input']>) => AsyncGenerator<EventOf<Op>, OutputOf<Op>, undefined>
    : (context: Context, input: z.input<Op['input']>) => Promise<OutputOf<Op>>

/** What callers hold: the same type over every link. */
export type Client<C extends Contract> = { readonly [K in keyof C['operations']]: Call<C['operations'][K]> }
