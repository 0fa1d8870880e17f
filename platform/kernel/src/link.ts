import type { Client, Contract } from './contract.ts'
import type { Context } from './context.ts'

/** How a call reaches a module: in this process or over HTTP. Both behave alike. */
export interface Link {
  call(operation: string, context: Context, input: unknown): Promise<unknown>
  stream(operation: string, context: Context, input: unknown): AsyncGenerator<unknown, unknown, undefined>
}

/**
 * The one client type. `caller` is the module that holds the client; the callee sees it as proved. Without one the
 * calls are those of people, and what is for modules stays closed.
 */
export function createClient<C extends Contract>(contract: C, link: Link, caller?: string): Client<C> {
  const calls = Object.entries(contract.operations).map(([name, operation]) => {
    const call = (context: Context, input: unknown) => link.call(name, calledBy(context, caller), input)
    const stream = (context: Context, input: unknown) => link.stream(name, calledBy(context, caller), input)
    return [name, operation.event === undefined ? call : stream]
  })
  return Object.fromEntries(calls) as Client<C>
}

/** The outcome that the caller keeps is not the callee's. */
function calledBy(context: Context, caller: string | undefined): Context {
  const { caller: _caller, once: _once, ...carried } = context
  return caller === undefined ? carried : { ...carried, caller }
}
