import { pathToFileURL } from 'node:url'
import { clientRouteOf, type Contract, type HttpBinding, type Route } from '@triptych/kernel'
import type { Plugin } from 'vite'

const contractEntry = /^@triptych\/[\w-]+\/contract$/
const mark = '\0bindings:'

export interface BindingOptions {
  /** Whether the app calls operations that are for administrators of the deployment. */
  readonly admin?: boolean
}

/** Of a contract a browser needs where to call; shapes are checked by the compiler here and by the server at run time. */
const toBindings = ({ name, operations }: Contract, { admin = false }: BindingOptions) => ({
  name,
  operations: Object.fromEntries(
    Object.entries(operations).flatMap(([key, operation]) => {
      if (clientRouteOf(operation) === undefined || (operation.access.who === 'admin' && !admin)) return []
      const { http, servedAt } = operation
      return [[key, http === undefined ? { servedAt } : { http: toRoute(http) }]]
    }),
  ),
})

const toRoute = ({ method, path, root }: HttpBinding): Route => ({
  method,
  path,
  ...(root === undefined ? {} : { root }),
})

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'operations' in value

/**
 * A plugin for the build of a web app: in the place of every `@triptych/<service>/contract` stand the methods and paths
 * of its operations, as the contract itself would bring validation and messages along.
 */
export const contractBindings = (options: BindingOptions = {}): Plugin => ({
  name: 'contract-bindings',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!contractEntry.test(source)) return undefined
    const resolved = await this.resolve(source, importer, { skipSelf: true })
    return resolved === null ? undefined : `${mark}${resolved.id}`
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined
    const module = (await import(pathToFileURL(id.slice(mark.length)).href)) as Record<string, unknown>
    return Object.entries(module)
      .flatMap(([name, value]) =>
        isContract(value) ? [`export const ${name} = ${JSON.stringify(toBindings(value, options))}`] : [],
      )
      .join('\n')
  },
})
