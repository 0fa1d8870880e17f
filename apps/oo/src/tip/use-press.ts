import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { holdMs, idlePress, type Press, type PressEvent, stepPress } from './gesture.ts'

interface PressHandlers {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: (event: PointerEvent) => void
}

/** Tap and hold with any pointer; `press` is for the ring that fills meanwhile. */
export function usePress(onOutcome: (outcome: 'tap' | 'hold') => void): {
  press: Press
  handlers: PressHandlers
} {
  const [press, setPress] = useState<Press>(idlePress)
  const current = useRef<Press>(idlePress)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const take = (event: PressEvent): void => {
    const step = stepPress(current.current, event)
    current.current = step.press
    setPress(step.press)
    if (step.press.phase === 'idle') clearTimeout(timer.current)
    if (step.outcome !== undefined) onOutcome(step.outcome)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const at = (type: 'down' | 'move', event: PointerEvent): PressEvent => ({
    type,
    pointer: event.pointerId,
    x: event.clientX,
    y: event.clientY,
  })
  return {
    press,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        take(at('down', event))
        clearTimeout(timer.current)
        timer.current = setTimeout(() => take({ type: 'time' }), holdMs)
      },
      onPointerMove: (event) => take(at('move', event)),
      onPointerUp: ({ pointerId }) => take({ type: 'up', pointer: pointerId }),
      onPointerCancel: ({ pointerId }) => take({ type: 'cancel', pointer: pointerId }),
    },
  }
}
