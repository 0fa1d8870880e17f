import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

const textFormats = new Set(['email', 'idn-email'])

/** Refuses a payload in which free text fits: queues, dead letters and their listings are no place for it. */
export function requireReferencesOnly(name: string, schema: z.ZodType): void {
  const found = freeText(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, 'payload')
  if (found !== undefined) {
    throw new Error(
      `${name}: ${found} takes any text. A job carries references: use an id, an enum, a date or a pattern.`,
    )
  }
}

function freeText(schema: JsonSchema, path: string): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined
  if (schema.type === 'string') return isReference(schema) ? undefined : path
  const children: [JsonSchema, string][] = [
    ...Object.entries(schema.properties ?? {}).map(([key, child]): [JsonSchema, string] => [
      child,
      `${path}.${key}`,
    ]),
    ...[schema.anyOf, schema.oneOf, schema.allOf, schema.prefixItems]
      .flatMap((list) => list ?? [])
      .map((child): [JsonSchema, string] => [child, path]),
  ]
  if (schema.items !== undefined) children.push([schema.items, `${path}[]`])
  if (typeof schema.additionalProperties === 'object')
    children.push([schema.additionalProperties, `${path}.*`])
  if (children.length === 0 && schema.type === undefined) return path
  for (const [child, at] of children) {
    const found = freeText(child, at)
    if (found !== undefined) return found
  }
  return undefined
}

const isReference = ({ format, pattern }: JsonSchema): boolean =>
  format === undefined ? pattern !== undefined : !textFormats.has(format)
