import { type Contract, type Operation, pathParameters, requestOf } from '@triptych/kernel'
import { z } from 'zod'

/** A public operation with its module and name. */
export interface PublicOperation {
  readonly id: string
  readonly name: string
  readonly operation: Operation
  readonly http: NonNullable<Operation['http']>
}

export function publicOperations(contracts: readonly Contract[]): PublicOperation[] {
  return contracts.flatMap((contract) =>
    Object.entries(contract.operations).flatMap(([name, operation]) =>
      operation.http === undefined
        ? []
        : [{ id: `${contract.name}.${name}`, name, operation, http: operation.http }],
    ),
  )
}

export interface BuiltRequest {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown> | undefined
}

/** Turns an operation's input into its request: path parameters, then query or body. */
export function buildRequest(
  { http }: PublicOperation,
  input: Readonly<Record<string, unknown>>,
): BuiltRequest {
  const { url: path, body } = requestOf(http, input)
  return { method: http.method, path, body }
}

export interface BrokenInput {
  readonly what: string
  readonly body: unknown
  /** The field the answer must name; absent when the body as a whole is wrong. */
  readonly field?: string
}

/** Bodies that must be refused, derived from the input's schema. */
export function brokenBodies(target: PublicOperation, valid: Record<string, unknown>): BrokenInput[] {
  const schema = z.toJSONSchema(target.operation.input, { io: 'input', unrepresentable: 'any' })
  const properties = Object.entries(schema.properties ?? {}) as [string, Property][]
  const inPath = new Set(pathParameters(target.http.path))
  const fields = properties.filter(([name]) => !inPath.has(name))
  const required = new Set(schema.required ?? [])
  return [
    { what: 'an array', body: [] },
    { what: 'a text', body: 'text' },
    { what: 'null', body: null },
    { what: 'an unknown field', body: { ...valid, no_such_field: 1 }, field: 'no_such_field' },
    ...fields.flatMap(([name, property]) => [
      { what: `${name} of a wrong type`, body: { ...valid, [name]: { wrong: [] } }, field: name },
      ...(takes(property, 'null')
        ? []
        : [{ what: `${name} as null`, body: { ...valid, [name]: null }, field: name }]),
      ...(required.has(name) ? [{ what: `no ${name}`, body: without(valid, name), field: name }] : []),
      ...(takes(property, 'string')
        ? [{ what: `${name} as no text`, body: { ...valid, [name]: '' }, field: name }]
        : []),
      ...(property.type === 'string' && typeof valid[name] === 'string'
        ? [
            {
              what: `${name} with half a character`,
              body: { ...valid, [name]: `${valid[name]}\ud83d` },
              field: name,
            },
          ]
        : []),
    ]),
  ]
}

interface Property {
  readonly type?: string
  readonly anyOf?: readonly { readonly type?: string }[]
}

const takes = (property: Property, wanted: string): boolean =>
  [property, ...(property.anyOf ?? [])].some(({ type }) => type === wanted)

function without(value: Record<string, unknown>, name: string): Record<string, unknown> {
  const { [name]: _removed, ...rest } = value
  return rest
}
