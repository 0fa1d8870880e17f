import {
  type Contract,
  type Operation,
  pathParameters,
  type Route,
  spellingsOf,
  takesBody,
  takesIdempotencyKey,
  urlOf,
} from '@triptych/kernel'
import { z } from 'zod'
import { failureComponents, failureRefs, problemSchema } from './failures.ts'
import { healthOperation } from './health.ts'
import { type Json, schemaOf } from './json-schema.ts'
import { examplesOf, type OperationExamples } from './operation-examples.ts'

/** One route of an operation. */
interface Entry {
  readonly id: string
  readonly module: string
  readonly route: Route
  readonly operation: Operation
}

/** The OpenAPI 3.1 document of the public operations of all contracts. */
export function openApiOf(contracts: readonly Contract[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = { '/health': { get: healthOperation } }
  const entries = contracts.flatMap(entriesOf)
  for (const entry of entries) {
    const url = urlOf(entry.route)
    paths[url] = { ...paths[url], [entry.route.method.toLowerCase()]: describe(entry) }
  }
  return {
    openapi: '3.1.0',
    info,
    tags: contracts.map((contract) => ({ name: contract.name, description: contract.description })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
    components: {
      schemas: { Problem: problemSchema },
      ...failureComponents(entries.map(({ operation }) => operation)),
      securitySchemes,
    },
  }
}

const securitySchemes: Json = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An access token or a personal access token' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sid',
    description: 'A browser that signed in. On loopback without TLS the cookie is called `sid`.',
  },
  own: { type: 'http', scheme: 'bearer', description: 'The token that was given with the thing itself' },
}

function entriesOf({ name: module, operations }: Contract): Entry[] {
  return Object.entries(operations).flatMap(([name, operation]) => {
    const { http, servedAt } = operation
    const id = `${module}.${name}`
    const bound = (http === undefined ? [] : spellingsOf(http)).map((route) => ({
      id: route.path === http?.path ? id : `${id}:${route.path}`,
      module,
      route,
      operation,
    }))
    if (servedAt === undefined) return bound
    // A module's own route checks itself who calls.
    const open = { ...operation, access: { who: 'anonymous' as const } }
    return [...bound, { id, module, route: servedAt, operation: open }]
  })
}

function describe(entry: Entry): Json {
  const { operation } = entry
  const examples = examplesOf(operation, entry.module)
  return {
    operationId: entry.id,
    tags: [entry.module],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    security: securityOf(operation),
    ...requestOf(entry, examples.input),
    responses: { ...success(operation, examples), ...failureRefs(operation) },
  }
}

function securityOf({ access, http, servedAt }: Operation): Json[] {
  if (http === undefined && servedAt?.bearer !== undefined) return [{ own: [] }]
  return access.who === 'anonymous' ? [] : [{ bearer: [] }, { session: [] }]
}

function requestOf({ route, operation }: Entry, example: Json): Json {
  const input = schemaOf(operation.input, 'input')
  const properties = (input['properties'] ?? {}) as Record<string, Json>
  const required = new Set((input['required'] ?? []) as string[])
  const inPath = pathParameters(route.path)
  // How a module's own route reads the rest of the input, its description says.
  const names =
    operation.http === undefined ? [] : Object.keys(properties).filter((name) => !inPath.includes(name))
  const hasBody = takesBody(route)
  const parameterOf = (place: string, name: string, isRequired: boolean): Json => ({
    in: place,
    name,
    required: isRequired,
    schema: properties[name] ?? { type: 'string' },
    ...(name in example ? { example: example[name] } : {}),
  })
  return {
    parameters: [
      ...inPath.map((name) => parameterOf('path', name, true)),
      ...(hasBody ? [] : names.map((name) => parameterOf('query', name, required.has(name)))),
      ...headerParameters(operation),
    ],
    ...(hasBody && names.length > 0 ? { requestBody: bodyOf({ properties, required, names, example }) } : {}),
  }
}

function headerParameters(operation: Operation): Json[] {
  const names = [
    ...(takesIdempotencyKey(operation) ? ['Idempotency-Key'] : []),
    ...(operation.access.organization === undefined ? [] : ['X-Organization-Id']),
  ]
  const example = '0195563e-9c41-7d0e-8b6f-2a4c6e8f0b1d'
  return names.map((name) => ({ in: 'header', name, required: false, schema: { type: 'string' }, example }))
}

interface Body {
  readonly properties: Record<string, Json>
  readonly required: Set<string>
  readonly names: readonly string[]
  readonly example: Json
}

function bodyOf({ properties, required, names, example }: Body): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
    additionalProperties: false,
  }
  const shown = Object.fromEntries(names.flatMap((name) => (name in example ? [[name, example[name]]] : [])))
  return {
    required: schema.required.length > 0,
    content: { 'application/json': { schema, example: shown } },
  }
}

function success(operation: Operation, { output, events }: OperationExamples): Json {
  const empty = operation.output instanceof z.ZodVoid
  const status = String(operation.http?.status ?? (empty ? 204 : 200))
  if (empty) return { [status]: { description: 'Done.' } }
  const json = { schema: schemaOf(operation.output, 'output'), example: output }
  const stream =
    operation.event === undefined
      ? {}
      : { 'text/event-stream': { schema: schemaOf(operation.event, 'output'), example: events } }
  return { [status]: { description: 'The answer.', content: { 'application/json': json, ...stream } } }
}
