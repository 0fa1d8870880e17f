import type { HttpBinding, Operation, ServedRoute } from './contract.ts'

/** A method with the template of its path, as a contract names them. */
export type Route = Pick<HttpBinding, 'method' | 'path' | 'root'>

const prefix = '/api/v1'
const parameterPattern = /\{(\w+)\}/g

/** Names of the parameters in a path: `/turns/{id}` has `id`. */
export const pathParameters = (path: string): string[] =>
  Array.from(path.matchAll(parameterPattern), ([, name = '']) => name)

/** The address of a route with its parameters as `fill` writes them; in braces unless said. */
export const urlOf = ({ path, root }: Omit<Route, 'method'>, fill?: (name: string) => string): string =>
  (root === true ? '' : prefix) +
  (fill === undefined ? path : path.replace(parameterPattern, (_match, name: string) => fill(name)))

/** A binding under each of its paths, its own first. */
export const spellingsOf = (http: HttpBinding): Route[] =>
  [http.path, ...(http.aliases ?? [])].map((path) => ({ ...http, path }))

/** Whether the input travels in the body; in the query otherwise. */
export const takesBody = ({ method }: Pick<Route, 'method'>): boolean =>
  method !== 'GET' && method !== 'DELETE'

/** The route that clients of ours call; a webhook is for its provider alone. */
export const clientRouteOf = ({
  http,
  servedAt,
}: Pick<Operation, 'http' | 'servedAt'>): HttpBinding | ServedRoute | undefined =>
  http ?? (servedAt?.bearer === undefined ? undefined : servedAt)

export interface RouteRequest {
  readonly url: string
  readonly body: Record<string, unknown> | undefined
  /** Travels in `Authorization`. */
  readonly bearer: string | undefined
}

/** An operation's input as its request: parameters of the path, the bearer token, then the query or the body. */
export function requestOf(
  route: Route & Pick<ServedRoute, 'bearer'>,
  input: Readonly<Record<string, unknown>>,
): RouteRequest {
  const rest = { ...input }
  const take = (name: string): string => {
    const value = String(rest[name])
    delete rest[name]
    return value
  }
  const path = urlOf(route, (name) => encodeURIComponent(take(name)))
  const bearer = route.bearer === undefined ? undefined : take(route.bearer)
  return takesBody(route)
    ? { url: path, body: rest, bearer }
    : { url: path + toQuery(rest), body: undefined, bearer }
}

function toQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, value as string)
  }
  return query.size === 0 ? '' : `?${query.toString()}`
}
