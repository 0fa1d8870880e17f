import type { Endpoint } from './catalogue.ts'
import { OpenRouterError } from './errors.ts'

/**
 * What a strict schema must be for the endpoint to take it: closed objects, no keyword it refuses.
 * @throws {OpenRouterError} 400, with the place and the keyword.
 */
export function checkStrictSchema(schema: unknown, endpoint: Endpoint): void {
  const problem = findProblem(schema, '#', new Set(endpoint.refusedKeywords))
  if (problem === undefined) return
  throw new OpenRouterError(400, 'Provider returned error', {
    metadata: { provider_name: endpoint.name, raw: `Invalid schema for response_format: ${problem}` },
  })
}

function findProblem(schema: unknown, path: string, refused: ReadonlySet<string>): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return undefined
  const node = schema as Record<string, unknown>
  const keyword = Object.keys(node).find((name) => refused.has(name))
  if (keyword !== undefined) return `"${keyword}" is not supported at ${path}`
  if (node['properties'] !== undefined && node['additionalProperties'] !== false) {
    return `"additionalProperties" must be false at ${path}`
  }
  return children(node, path)
    .map(([child, where]) => findProblem(child, where, refused))
    .find((problem) => problem !== undefined)
}

/** The schemas inside a schema, each with its path; a property's name is no keyword. */
function children(node: Readonly<Record<string, unknown>>, path: string): [unknown, string][] {
  const inMaps = ['properties', '$defs', 'definitions'].flatMap((map) =>
    Object.entries((node[map] ?? {}) as Record<string, unknown>).map(([name, child]): [unknown, string] => [
      child,
      `${path}/${map}/${name}`,
    ]),
  )
  const inLists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((list) =>
    (Array.isArray(node[list]) ? (node[list] as unknown[]) : []).map((child, index): [unknown, string] => [
      child,
      `${path}/${list}/${index}`,
    ]),
  )
  return [...inMaps, ...inLists, [node['items'], `${path}/items`]]
}
