/**
 * What a value may look like to leave the process. Names are checked where they are declared; these checks hold
 * for values, so that a sentence cannot travel under an allowed name.
 */
export type Shape = 'id' | 'token' | 'code' | 'name' | 'method' | 'route' | 'origin' | 'number' | 'boolean'

const patterns = {
  /** UUIDs, trace ids, versions: has a digit, has no blank. */
  id: /^(?=.*\d)[A-Za-z0-9][\w.+:-]{0,79}$/,
  /** Codes of others: SQLSTATE, ECONNREFUSED, class names. */
  token: /^[A-Za-z0-9][\w.:-]*$/,
  /** Stable codes such as `identity.sole_owner` or `rate-limited`. */
  code: /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/,
  /** Technical names: models, tables, classes, hosts. */
  name: /^[A-Za-z][\w./:@-]*$/,
  method: /^[A-Z]{3,7}$/,
  /** The template of a path (`/api/v1/turns/{id}`), never the path itself; `unknown` when none matched. */
  route: /^(?:\/[\w./:{}*-]*|unknown)$/,
  origin: /^(?:https?|postgres|redis|nats):\/\/[A-Za-z0-9.:[\]-]+$/,
} as const satisfies Partial<Record<Shape, RegExp>>

const longest = 120

/** True when `value` has the declared shape. */
export function hasShape(shape: Shape, value: unknown): boolean {
  if (shape === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (shape === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && value.length <= longest && patterns[shape].test(value)
}
