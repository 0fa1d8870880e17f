import type { Place, Schema } from './place.ts'
import { sayNumber, sayString, chooseFrom, sayBoolean } from './say.ts'
import { typeIn } from './type-names.ts'
import { lenses } from './views.ts'

/** A value that satisfies the schema and answers the person's text, found by the properties' names. */
export function fill(schema: Schema, place: Place): unknown {
  const { $ref, const: constant, enum: options, allOf } = schema
  if ($ref !== undefined) return fill(resolve($ref, place.root), place)
  if (constant !== undefined) return constant
  if (options !== undefined) return chooseFrom(options, place)
  if (allOf !== undefined)
    return fill({ ...schema, ...Object.assign({}, ...allOf), allOf: undefined } as Schema, place)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined) return fill(alternatives.find(({ type }) => type !== 'null') ?? {}, place)
  switch (kindOf(schema)) {
    case 'object':
      return fillObject(schema, place)
    case 'array':
      return fillArray(schema, place)
    case 'integer':
    case 'number':
      return sayNumber(schema, place)
    case 'boolean':
      return sayBoolean(place)
    case 'null':
      return null
    default:
      return sayString(schema, place)
  }
}

function kindOf({ type, properties, items }: Schema): string {
  if (typeof type === 'string') return type
  if (type !== undefined) return type.find((name) => name !== 'null') ?? 'null'
  if (properties !== undefined) return 'object'
  return items === undefined ? 'string' : 'array'
}

function resolve(reference: string, root: Schema): Schema {
  if (reference === '#') return root
  const [, group, name = ''] = reference.split('/')
  return (group === 'definitions' ? root.definitions : root.$defs)?.[name] ?? {}
}

function fillObject({ properties = {} }: Schema, place: Place): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, child]) => [
      name,
      fill(child, { ...place, name, parent: place.name }),
    ]),
  )
}

function fillArray({ items = {}, minItems = 0, maxItems = 100 }: Schema, place: Place): unknown[] {
  const item = items.$ref === undefined ? items : resolve(items.$ref, place.root)
  const typeSchema = Object.entries(item.properties ?? {}).find(([name]) => typeNames.test(name))?.[1]
  const isFragments = typeSchema !== undefined && (fragmentNames.test(place.name) || isTaxonomy(typeSchema))
  const within = (wanted: number): number => Math.max(minItems, Math.min(maxItems, wanted))
  if (isFragments) {
    const known = place.views.findings.filter(({ type }) => typeIn(typeSchema.enum, type) !== undefined)
    return repeat(within(known.length), (index) => {
      const finding = known[index]
      return fill(item, finding === undefined ? place : { ...place, finding })
    })
  }
  if (viewNames.test(place.name) || hasLens(item)) {
    return repeat(within(3), (index) => fill(item, { ...place, lens: lenses[index % 3] ?? 'evidence' }))
  }
  return repeat(within(1), () => fill(item, place))
}

const typeNames = /^(?:type|kind|category|distortion(?:_type)?|label|pattern)$/
const fragmentNames = /fragment|distortion|finding|span|highlight/
const viewNames = /reframe|view|perspective|alternative/

function isTaxonomy({ enum: options }: Schema): boolean {
  return (
    options !== undefined && (typeIn(options, 'mind_reading') ?? typeIn(options, 'labeling')) !== undefined
  )
}

function hasLens({ properties = {} }: Schema): boolean {
  return 'lens' in properties
}

function repeat(count: number, make: (index: number) => unknown): unknown[] {
  return Array.from({ length: count }, (_unused, index) => make(index))
}
