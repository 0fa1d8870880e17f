import { createHash } from 'node:crypto'
import { type Context, type Once, userIdOf } from './context.ts'
import type { Operation } from './contract.ts'
import { failure, requestErrors } from './error.ts'
import type { Fail, RawHandler, RawStream } from './raw-handler.ts'

/** What is known of an earlier request with the same key: nothing that counts, perhaps as it is too long ago. */
export type Earlier =
  | { readonly state: 'none'; readonly outlived?: boolean }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly requestHash: string; readonly resourceId: string }
  | { readonly state: 'done'; readonly requestHash: string; readonly output: unknown }

/** Keeps the first outcome of a write. The truth is written by the write transaction itself. */
export interface OnceGuard {
  /** Claims the key, or says what came of the earlier request. */
  begin(context: Context, once: Once): Promise<Earlier>
  /** Ends the claim; what the transaction kept stays. */
  end(context: Context, once: Once): Promise<void>
}

export interface OnceTarget {
  readonly module: string
  readonly name: string
  readonly operation: Operation
  readonly input: unknown
  readonly handlers: Readonly<Record<string, RawHandler>>
}

export async function runOnce(
  guard: OnceGuard | undefined,
  target: OnceTarget,
  context: Context,
  run: (context: Context) => Promise<unknown>,
): Promise<unknown> {
  const once = onceOf(target, context)
  if (guard === undefined || once === undefined) return run(context)
  const earlier = await guard.begin(context, once)
  if (earlier.state !== 'none') return replay(target, context, once, earlier)
  try {
    return await run(asFirst(context, once, earlier))
  } finally {
    await guard.end(context, once)
  }
}

export async function* streamOnce(
  guard: OnceGuard | undefined,
  target: OnceTarget,
  context: Context,
  run: (context: Context) => ReturnType<RawStream>,
): AsyncGenerator<unknown, unknown, undefined> {
  const once = onceOf(target, context)
  if (guard === undefined || once === undefined) return yield* run(context)
  const earlier = await guard.begin(context, once)
  if (earlier.state !== 'none') {
    const output = await replay(target, context, once, earlier)
    yield* target.operation.eventsOf?.(output) ?? []
    return output
  }
  try {
    return yield* run(asFirst(context, once, earlier))
  } finally {
    await guard.end(context, once)
  }
}

/** The context of a request that counts: nothing that counts came before it. */
const asFirst = (context: Context, once: Once, earlier: Earlier & { state: 'none' }): Context => ({
  ...context,
  once: { ...once, outlived: earlier.outlived === true },
})

function onceOf(target: OnceTarget, context: Context): Once | undefined {
  const { idempotency } = target.operation
  if (context.idempotencyKey === undefined || idempotency === 'none') return undefined
  const userId = userIdOf(context.actor)
  if (userId === undefined) return undefined
  const requestHash = digest(JSON.stringify(target.input))
  const operation = `${target.module}.${target.name}`
  return {
    userId,
    operation,
    key: digest(context.idempotencyKey),
    requestHash,
    sealed: idempotency === 'sealed',
  }
}

/** Keys are kept as digests: a client may have put anything into them. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

async function replay(target: OnceTarget, context: Context, once: Once, earlier: Earlier): Promise<unknown> {
  if (earlier.state !== 'done') throw failure(requestErrors.in_progress, { retryAfterMs: 1000 })
  if (earlier.requestHash !== once.requestHash) throw failure(requestErrors.idempotency_key_reused)
  if ('output' in earlier) return earlier.output
  const { idempotency } = target.operation
  const render = typeof idempotency === 'object' ? target.handlers[idempotency.render] : undefined
  if (render === undefined) throw new Error(`${once.operation} cannot render its kept outcome`)
  return render(context, { id: earlier.resourceId }, neverFails)
}

const neverFails: Fail = (code) => failure(requestErrors.not_found, { cause: code })
