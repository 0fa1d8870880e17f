import { type Contract, type ErrorDefinition, type Operation, requestErrors } from '@triptych/kernel'
import { z } from 'zod'
import { statusOf } from './status.ts'

type Json = Record<string, unknown>

const alwaysPossible: readonly ErrorDefinition[] = [
  requestErrors.invalid,
  requestErrors.limited,
  requestErrors.internal,
  requestErrors.unavailable,
  requestErrors.timeout,
]

/** The OpenAPI 3.1 document of the public operations of all contracts. */
export function openApiOf(contracts: readonly Contract[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = { '/health': { get: healthOperation } }
  for (const contract of contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      const { http, servedAt } = operation
      if (servedAt !== undefined) {
        const { method, path } = servedAt
        const url = `/api/v1${path}`
        paths[url] = {
          ...paths[url],
          [method.toLowerCase()]: describeRoute(contract, `${contract.name}.${name}`, path, operation),
        }
      }
      if (http === undefined) continue
      for (const path of [http.path, ...(http.aliases ?? [])]) {
        const url = (http.root === true ? '' : '/api/v1') + path
        const id = path === http.path ? `${contract.name}.${name}` : `${contract.name}.${name}:${path}`
        paths[url] = { ...paths[url], [http.method.toLowerCase()]: describe(contract, id, path, operation) }
      }
    }
  }
  return {
    openapi: '3.1.0',
    info,
    tags: contracts.map((contract) => ({ name: contract.name, description: contract.description })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token or a personal access token' },
        session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      },
    },
  }
}

function describe(contract: Contract, id: string, path: string, operation: Operation): Json {
  const input = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const properties = (input['properties'] ?? {}) as Record<string, Json>
  const required = new Set((input['required'] ?? []) as string[])
  const names = Object.keys(properties).filter((name) => !inPath.includes(name))
  const hasBody = !['GET', 'DELETE'].includes(operation.http?.method ?? '')
  return {
    operationId: id,
    tags: [contract.name],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(operation.access.who === 'anonymous'
      ? { security: [] }
      : { security: [{ bearer: [] }, { session: [] }] }),
    parameters: [
      ...inPath.map((name) => parameter('path', name, properties[name] ?? { type: 'string' }, true)),
      ...(hasBody
        ? []
        : names.map((name) => parameter('query', name, properties[name] ?? {}, required.has(name)))),
      ...headerParameters(operation),
    ],
    ...(hasBody && names.length > 0 ? { requestBody: bodyOf(input, names, required, operation) } : {}),
    responses: { ...success(operation), ...failures(operation) },
  }
}

/** A module's own route checks who calls and reads the request itself; its description says how. */
function describeRoute(contract: Contract, id: string, path: string, operation: Operation): Json {
  const {
    security: _signedIn,
    requestBody: _asJson,
    parameters: _named,
    ...described
  } = describe(contract, id, path, {
    ...operation,
    access: { who: 'anonymous' },
  })
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return {
    ...described,
    security: [],
    parameters: inPath.map((name) => parameter('path', name, { type: 'string' }, true)),
  }
}

const parameter = (place: string, name: string, schema: Json, required: boolean): Json => ({
  in: place,
  name,
  required,
  schema,
})

function headerParameters(operation: Operation): Json[] {
  const text = { type: 'string' }
  return [
    ...(operation.idempotency === 'none' ? [] : [parameter('header', 'Idempotency-Key', text, false)]),
    ...(operation.access.organization === undefined
      ? []
      : [parameter('header', 'X-Organization-Id', text, false)]),
  ]
}

function bodyOf(input: Json, names: string[], required: Set<string>, operation: Operation): Json {
  const properties = input['properties'] as Record<string, Json>
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
    additionalProperties: false,
  }
  const example = operation.examples?.input
  return {
    required: schema.required.length > 0,
    content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
  }
}

function success(operation: Operation): Json {
  const empty = operation.output instanceof z.ZodVoid
  const status = String(operation.http?.status ?? (empty ? 204 : 200))
  if (empty) return { [status]: { description: 'Done.' } }
  const example = operation.examples?.output
  const json = { schema: schemaOf(operation.output), ...(example === undefined ? {} : { example }) }
  const stream =
    operation.event === undefined ? {} : { 'text/event-stream': { schema: schemaOf(operation.event) } }
  return { [status]: { description: 'The answer.', content: { 'application/json': json, ...stream } } }
}

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  return json
}

/** One response a status, naming every code that may come with it. */
function failures(operation: Operation): Json {
  const needsPerson = operation.access.who !== 'anonymous'
  const possible = [
    ...(needsPerson ? [requestErrors.unauthenticated] : []),
    ...alwaysPossible,
    ...operation.errors,
  ]
  const byStatus = Map.groupBy(possible, (definition) => String(statusOf[definition.kind]))
  return Object.fromEntries(
    [...byStatus].map(([status, definitions]) => [
      status,
      {
        description: definitions
          .map((definition) => `\`${definition.code}\`: ${definition.title}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const status = { type: 'string', enum: ['ok', 'degraded', 'down'] }
const parts = (extra: Json): Json => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'status'],
    properties: { name: { type: 'string' }, ...extra, status, detail: { type: 'string' } },
  },
})

/** The server's own route: it answers also when no module can. */
const healthOperation: Json = {
  operationId: 'health',
  summary: 'How the server, its modules and its components are',
  security: [],
  responses: {
    200: {
      description: 'Ready; `degraded` says that a part is not well.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['status', 'modules', 'components'],
            properties: { status, modules: parts({}), components: parts({ kind: { type: 'string' } }) },
          },
        },
      },
    },
    503: { description: 'Down: a part that nothing works without does not answer. Same shape.' },
  },
}

const problemSchema: Json = {
  type: 'object',
  description: 'Problem details (RFC 9457). Members declared by the error stand beside these.',
  required: ['type', 'title', 'status', 'detail', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable; see the list of errors.' },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
