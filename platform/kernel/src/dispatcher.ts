import { SpanStatusCode, trace } from '@opentelemetry/api'
import { authorise } from './authorise.ts'
import { type CallScope, openScope } from './call-scope.ts'
import type { Clock } from './clock.ts'
import type { Context } from './context.ts'
import type { Contract, Handlers, Operation } from './contract.ts'
import { failure, isAppError, requestErrors } from './error.ts'
import type { Fail, RawHandler, RawStream } from './raw-handler.ts'
import { type OnceGuard, type OnceTarget, runOnce, streamOnce } from './once.ts'
import { parseInput } from './parse.ts'
import { possibleErrors } from './possible-errors.ts'

/** Runs a module's operations: authorise, parse, handle within the deadline, parse the answer, map errors. */
export interface Dispatcher {
  readonly module: string
  /** Whether the operation yields events. */
  streams(operation: string): boolean
  call(operation: string, context: Context, input: unknown): Promise<unknown>
  stream(operation: string, context: Context, input: unknown): AsyncGenerator<unknown, unknown, undefined>
}

export interface DispatcherOptions<C extends Contract> {
  readonly contract: C
  readonly handlers: Handlers<C>
  readonly clock: Clock
  /** Keeps first outcomes; without it an Idempotency-Key is ignored. */
  readonly once?: OnceGuard
  /** Told of every error that no operation declared, with its cause. */
  readonly onUnexpected: (operation: string, context: Context, error: unknown) => void
}

const tracer = trace.getTracer('triptych')

export function createDispatcher<C extends Contract>(options: DispatcherOptions<C>): Dispatcher {
  const { contract, clock } = options
  const handlers = options.handlers as unknown as Readonly<Record<string, RawHandler & RawStream>>

  const find = (name: string) => {
    const operation = contract.operations[name]
    const handler = handlers[name]
    if (operation === undefined || handler === undefined) throw failure(requestErrors.not_found)
    return { operation, handler }
  }
  const admit = (name: string, operation: Operation, context: Context, raw: unknown): OnceTarget => {
    authorise(operation.access, context, clock)
    const input = parseInput(operation.input, raw)
    return { module: contract.name, name, operation, input, handlers }
  }
  const toDeclared = (name: string, operation: Operation, context: Context, error: unknown): Error => {
    if (isAppError(error) && isDeclared(operation, error.code)) return error
    options.onUnexpected(name, context, error)
    return failure(requestErrors.internal, { cause: error })
  }

  async function call(name: string, context: Context, raw: unknown): Promise<unknown> {
    const { operation, handler } = find(name)
    const scope = openScope(context, operation, clock)
    try {
      const target = admit(name, operation, context, raw)
      const run = (inner: Context) => handler(inner, target.input, failFor(operation))
      return parseOutput(operation, await scope.race(runOnce(options.once, target, scope.context, run)))
    } catch (error) {
      throw toDeclared(name, operation, context, error)
    } finally {
      scope.close()
    }
  }

  async function* stream(name: string, context: Context, raw: unknown) {
    const { operation, handler } = find(name)
    const scope = openScope(context, operation, clock)
    try {
      const target = admit(name, operation, context, raw)
      const run = (inner: Context) => (handler as RawStream)(inner, target.input, failFor(operation))
      return yield* relay(operation, scope, streamOnce(options.once, target, scope.context, run))
    } catch (error) {
      throw toDeclared(name, operation, context, error)
    } finally {
      scope.close()
    }
  }

  return {
    module: contract.name,
    streams: (name) => find(name).operation.event !== undefined,
    call: (name, context, raw) => traced(`${contract.name}.${name}`, () => call(name, context, raw)),
    stream,
  }
}

/** Passes events on in their declared shape; whoever leaves early lets the handler's own `finally` blocks run. */
async function* relay(
  operation: Operation,
  scope: CallScope,
  events: ReturnType<RawStream>,
): AsyncGenerator<unknown, unknown, undefined> {
  try {
    let step = await scope.race(events.next())
    while (step.done !== true) {
      yield operation.event === undefined ? step.value : operation.event.parse(step.value)
      step = await scope.race(events.next())
    }
    return parseOutput(operation, step.value)
  } finally {
    events.return(undefined).catch(() => undefined)
  }
}

function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

function parseOutput(operation: Operation, answer: unknown): unknown {
  const result = operation.output.safeParse(answer)
  if (result.success) return result.data
  throw new Error(`The answer does not have the declared shape: ${result.error.message}`)
}

const isDeclared = (operation: Operation, code: string): boolean =>
  possibleErrors(operation).some((definition) => definition.code === code)

const failFor =
  (operation: Operation): Fail =>
  (code, details) => {
    const definition = operation.errors.find((candidate) => candidate.code === code)
    return definition === undefined ? new Error(`undeclared error ${code}`) : failure(definition, details)
  }
