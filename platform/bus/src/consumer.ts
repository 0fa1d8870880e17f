import { fromBinary } from '@bufbuild/protobuf'
import type { Transaction } from '@triptych/db'
import type { Context, EventBody, EventDefinition, EventMeta } from '@triptych/kernel'

/** What a consumer learns beside the body. */
export interface Meta<Prepared = undefined> extends EventMeta {
  /** 1 at the first try. */
  readonly attempt: number
  /** The module that consumes. */
  readonly module: string
  /** What `prepare` found. */
  readonly prepared: Prepared
}

export interface ConsumerDefinition<E extends EventDefinition, Tables, Prepared> {
  readonly event: E
  /** How long one attempt may take, both phases together; 30 s unless said. */
  readonly timeoutMs?: number
  /** Runs before the transaction, where other modules may be called. May run more often than `handle` takes effect. */
  prepare?(context: Context, body: EventBody<E>, meta: Omit<Meta, 'prepared'>): Promise<Prepared>
  /** Runs inside the module's write transaction; what it writes and "handled" commit together. */
  handle(
    context: Context,
    body: EventBody<E>,
    meta: Meta<Prepared>,
    transaction: Transaction<Tables>,
  ): Promise<void>
}

/** A consumer whose event type is known to itself alone. */
export interface Consumer<Tables> {
  readonly subject: string
  readonly timeoutMs: number
  readonly prepares: boolean
  open(body: Uint8Array): {
    prepare(context: Context, meta: Omit<Meta, 'prepared'>): Promise<unknown>
    handle(context: Context, meta: Meta<unknown>, transaction: Transaction<Tables>): Promise<void>
  }
}

/** A module's consumers by their stable names: the name is how a delivery finds its consumer after a restart. */
export type Consumers<Tables> = Readonly<Record<string, Consumer<Tables>>>

export const defaultTimeoutMs = 30_000

/** One entry of a module's consumers. */
export function consumer<E extends EventDefinition, Tables, Prepared = undefined>(
  definition: ConsumerDefinition<E, Tables, Prepared>,
): Consumer<Tables> {
  return {
    subject: definition.event.subject,
    timeoutMs: definition.timeoutMs ?? defaultTimeoutMs,
    prepares: definition.prepare !== undefined,
    open(bytes) {
      const body = fromBinary(definition.event.schema, bytes) as EventBody<E>
      return {
        prepare: async (context, meta) => definition.prepare?.(context, body, meta),
        handle: (context, meta, transaction) =>
          definition.handle(context, body, meta as Meta<Prepared>, transaction),
      }
    },
  }
}

/** The catalogue of a module's consumers. */
export const defineConsumers = <Tables>(consumers: Consumers<Tables>): Consumers<Tables> => consumers
