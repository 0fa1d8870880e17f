/** How long a press has to be held, and how far it may stray. */
export const holdMs = 600
const strayPx = 12

interface Point {
  readonly x: number
  readonly y: number
}

export type Press =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly pointer: number; readonly from: Point }
  /** Held to the end: what it means is decided when the pointer goes up. */
  | { readonly phase: 'held'; readonly pointer: number; readonly from: Point }

export type PressEvent =
  | ({ readonly type: 'down' | 'move'; readonly pointer: number } & Point)
  | { readonly type: 'up' | 'cancel'; readonly pointer: number }
  | { readonly type: 'time' }

export interface Step {
  readonly press: Press
  readonly outcome?: 'tap' | 'hold'
}

const idle: Press = { phase: 'idle' }
const isFar = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) > strayPx

/** Acts when the pointer goes up; straying, a second pointer or a cancellation takes it back. */
export function stepPress(press: Press, event: PressEvent): Step {
  if (event.type === 'down') {
    if (press.phase !== 'idle') return { press: idle }
    return { press: { phase: 'pressed', pointer: event.pointer, from: { x: event.x, y: event.y } } }
  }
  if (press.phase === 'idle') return { press }
  if (event.type === 'time') return { press: { ...press, phase: 'held' } }
  if (event.pointer !== press.pointer) return { press }
  if (event.type === 'move') return isFar(event, press.from) ? { press: idle } : { press }
  if (event.type === 'cancel') return { press: idle }
  return { press: idle, outcome: press.phase === 'held' ? 'hold' : 'tap' }
}

export const idlePress: Press = idle
