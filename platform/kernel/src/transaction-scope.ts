import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<string>()

/** Runs `work` marked as being inside a transaction of `module`. */
export const insideTransaction = <T>(module: string, work: () => Promise<T>): Promise<T> =>
  scope.run(module, work)

/** The module whose transaction is open on this path of calls. */
export const openTransaction = (): string | undefined => scope.getStore()

/** A call to another module while rows are locked would hold them for as long as the callee likes. */
export function refuseInsideTransaction(what: string): void {
  const module = openTransaction()
  if (module !== undefined) throw new Error(`${what} was called inside a transaction of ${module}`)
}
