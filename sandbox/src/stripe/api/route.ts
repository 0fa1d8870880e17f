import { z } from 'zod'
import type { FormValue } from './form.ts'
import { invalid, invalidParameters, missing } from './errors.ts'
import type { Collection } from '../store.ts'
import type { List } from '../model.ts'

/** One request to the API, its parameters still as they came. */
export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly input: Readonly<Record<string, FormValue>>
  readonly version: string
}

/** One endpoint: what it answers is rendered, expanded and sent by the scope around it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  run(call: Call): object
}

export const get = (path: string, run: Route['run']): Route => ({ method: 'GET', path, run })
export const post = (path: string, run: Route['run']): Route => ({ method: 'POST', path, run })
export const del = (path: string, run: Route['run']): Route => ({ method: 'DELETE', path, run })

export const boolean = z.enum(['true', 'false']).transform((text) => text === 'true')
export const integer = z.coerce.number().int()
/** An empty field takes a value away. */
export const orNothing = <Schema extends z.ZodType>(schema: Schema): z.ZodType<z.infer<Schema> | null> =>
  z.union([z.literal('').transform(() => null), schema]) as never
export const metadata = z.union([
  z.literal('').transform(() => ({})),
  z.record(z.string().max(40), z.string().max(500)),
])

/** Parameters that a route knows; those that the sandbox does not play are let pass. */
export function read<Shape extends z.ZodRawShape>(
  shape: Shape,
  { input }: Call,
): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(input)
  if (!parsed.success) throw invalidParameters(parsed.error)
  return parsed.data
}

/** Adds and replaces; an empty value takes its key away. */
export function mergeMetadata(
  current: Record<string, string>,
  given: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...current, ...given }).filter(([, value]) => value !== ''))
}

export function must<Item extends { readonly id: string }>(
  collection: Collection<Item>,
  kind: string,
  id: string | undefined,
  param = 'id',
): Item {
  const found = collection.get(id ?? null)
  if (found === undefined) throw missing(kind, id ?? '', param)
  return found
}

const pageShape = {
  limit: integer.min(1).max(100).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
}
const createdShape = z
  .union([integer, z.object({ gt: integer, gte: integer, lt: integer, lte: integer }).partial()])
  .optional()

/** One page of a list, newest first. */
export function page<Item extends { readonly id: string; readonly created?: number }>(
  call: Call,
  items: readonly Item[],
  url: string,
): List<Item> {
  const { limit, starting_after: after, ending_before: before } = read(pageShape, call)
  const { created } = read({ created: createdShape }, call)
  const wanted = items.filter((item) => isCreatedWithin(item.created ?? 0, created))
  if (before !== undefined) {
    const rest = wanted.slice(0, positionOf(wanted, before, 'ending_before'))
    return { object: 'list', data: rest.slice(-limit), has_more: rest.length > limit, url }
  }
  const rest = after === undefined ? wanted : wanted.slice(positionOf(wanted, after, 'starting_after') + 1)
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url }
}

function positionOf(items: readonly { readonly id: string }[], id: string, param: string): number {
  const position = items.findIndex((item) => item.id === id)
  if (position < 0) throw invalid(`No such object: '${id}'`, param, 'resource_missing')
  return position
}

function isCreatedWithin(at: number, range: z.infer<typeof createdShape>): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return at === range
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range
  return at > gt && at >= gte && at < lt && at <= lte
}
