/** What names one dead letter: `event.<module>.<consumer>.<uuid>` or `job.<module>.<job>.<uuid>`. */
export interface Address {
  readonly kind: 'event' | 'job'
  readonly module: string
  readonly name: string
  readonly id: string
}

const shape =
  /^(event|job)\.([a-z][a-z0-9-]*)\.([a-z][a-zA-Z0-9_]*)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const addressOf = ({ kind, module, name, id }: Address): string => [kind, module, name, id].join('.')

export function readAddress(text: string): Address | undefined {
  const [, kind, module, name, id] = shape.exec(text) ?? []
  if (module === undefined || name === undefined || id === undefined) return undefined
  return { kind: kind === 'job' ? 'job' : 'event', module, name, id }
}

/** Where a page ended: a time and the address of the letter. */
export interface Position {
  readonly since: string
  readonly id: string
}

export const cursorOf = ({ since, id }: Position): string => `${since}~${id}`

export function readCursor(text: string): Position | undefined {
  const [since = '', id = ''] = text.split('~')
  return Number.isNaN(Date.parse(since)) || readAddress(id) === undefined ? undefined : { since, id }
}

/** Oldest first; of the same moment by address. */
export function inOrder(left: Position, right: Position): number {
  if (left.since !== right.since) return left.since < right.since ? -1 : 1
  return left.id < right.id ? -1 : Number(left.id > right.id)
}

/**
 * Where one kind goes on behind a position of both: events stand before jobs of the same moment, as their addresses
 * do.
 */
export function behind(position: Position, kind: Address['kind']): { at: string; key: string } {
  const at = new Date(position.since).toISOString()
  if (position.id.startsWith(`${kind}.`)) return { at, key: position.id.slice(kind.length + 1) }
  return { at, key: kind === 'job' ? '' : '\uffff' }
}
