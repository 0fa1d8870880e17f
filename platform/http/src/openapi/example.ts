import { createHash } from 'node:crypto'
import { absent, values } from './example-values.ts'
import type { Json } from './json-schema.ts'

/** What stands around a value. */
interface Place {
  /** The field, or the list that it is an item of. */
  readonly name: string
  /** The object that it is a field of. */
  readonly owner: string
  /** Whether fields that may be missing are there. */
  readonly isFull: boolean
}

/** A value that the schema describes and that looks like one of ours; the same each time. */
export function exampleOf(schema: Json, place: Place): unknown {
  const given = schema['examples'] as unknown[] | undefined
  if (given !== undefined) return given[0]
  if ('const' in schema) return schema['const']
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices !== undefined) return ofChoices(choices, place)
  const known = knownFor(place)
  const options = schema['enum'] as unknown[] | undefined
  if (options !== undefined) return options.includes(known) ? known : options[0]
  const types = [schema['type'] ?? []].flat() as string[]
  if (types.includes('null') && absent.has(place.name)) return null
  if (types.includes('object')) return ofObject(schema, place)
  if (types.includes('array')) return ofArray(schema, place, known)
  if (types.includes('boolean')) return typeof known === 'boolean' ? known : true
  if (types.includes('integer') || types.includes('number'))
    return ofNumber(schema, place, known, types.includes('integer'))
  if (types.includes('string')) return ofString(schema, place, known)
  return known ?? place.name.replaceAll('_', ' ')
}

const knownFor = ({ name, owner }: Place): unknown => values[`${owner}.${name}`] ?? values[name]

function ofChoices(choices: Json[], place: Place): unknown {
  const [first = {}] = choices
  const isNullable = choices.some(({ type }) => type === 'null')
  return isNullable && absent.has(place.name) ? null : exampleOf(first, place)
}

function ofObject(schema: Json, place: Place): unknown {
  const required = new Set((schema['required'] ?? []) as string[])
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  const owner = place.name
  const shown = fields.filter(([name]) => place.isFull || required.has(name))
  const named = shown.map(([name, field]) => [name, exampleOf(field, { ...place, name, owner })])
  const others = schema['additionalProperties']
  if (typeof others !== 'object' || others === null) return Object.fromEntries(named)
  const names = ((schema['propertyNames'] as Json | undefined)?.['enum'] ?? keysFor(place)) as string[]
  const more = names.map((name) => [name, exampleOf(others as Json, { ...place, name, owner })])
  return Object.fromEntries([...named, ...more])
}

const keysFor = ({ name }: Place): string[] => {
  const keys = values[`${name}{}`]
  return Array.isArray(keys) ? (keys as string[]) : ['note']
}

function ofArray(schema: Json, place: Place, known: unknown): unknown {
  const items = (schema['items'] ?? {}) as Json
  if (Array.isArray(known) && isObject(known[0]) === (items['type'] === 'object')) return known
  const tuple = schema['prefixItems'] as Json[] | undefined
  if (tuple !== undefined) return tuple.map((item) => exampleOf(item, place))
  const count = Math.max(1, (schema['minItems'] ?? 1) as number)
  const item = exampleOf(items, { ...place, name: singular(place.name, place.owner) })
  return Array.from({ length: count }, () => item)
}

const isObject = (value: unknown): boolean => typeof value === 'object'

/** A page's items are named after what is listed. */
const singular = (list: string, owner: string): string => (list === 'items' ? owner : list.replace(/s$/, ''))

const numbersByEnding: readonly (readonly [RegExp, number])[] = [
  [/_cents$/, 4_900],
  [/_usd$/, 1.25],
  [/share|rate$|ratio|utilization/, 0.4],
  [/_seconds$|expires_in$/, 900],
  [/_ms$/, 1_200],
  [/_days$/, 30],
]

function ofNumber(schema: Json, { name }: Place, known: unknown, isWhole: boolean): number {
  const wanted =
    typeof known === 'number' ? known : (numbersByEnding.find(([ending]) => ending.test(name))?.[1] ?? 3)
  const bounded = Math.min(
    Math.max(wanted, (schema['minimum'] ?? -Infinity) as number),
    (schema['maximum'] ?? Infinity) as number,
  )
  return isWhole ? Math.round(bounded) : bounded
}

function ofString(schema: Json, place: Place, known: unknown): string {
  const { format } = schema
  if (format === 'uuid') return uuidFor(place)
  if (format === 'date-time') return `${dayFor(place.name)}T${timeFor(place.name)}:00.000Z`
  if (typeof known === 'string') return known
  switch (format) {
    case 'date':
      return dayFor(place.name)
    case 'email':
      return 'ada@example.org'
    case 'uri':
      return 'https://triptych.example/'
    default:
      return place.name.replaceAll('_', ' ')
  }
}

const dayFor = (name: string): string =>
  /expires|ends|until|resets|cancel|next|renews|^to$/.test(name) ? '2026-04-02' : '2026-03-02'

const timeFor = (name: string): string =>
  /^(last|updated|edited|completed|reacted|sent)/.test(name) ? '09:41' : '09:15'

/** A UUIDv7 of one moment; what has the same name has the same id. */
function uuidFor({ name, owner }: Place): string {
  const subject = name === 'id' ? owner : name.replace(/_id$/, '')
  const hash = createHash('sha256').update(subject).digest('hex')
  return `0195563e-8f20-7${hash.slice(0, 3)}-a${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}
