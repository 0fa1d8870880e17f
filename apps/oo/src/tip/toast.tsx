import { type ReactNode, useEffect, useState } from 'react'
import { m } from '../i18n/i18n.ts'

/** As long as the server waits before it tells the provider. */
const toastMs = 7_000

export interface Said {
  readonly id: number
  readonly text: string
  readonly undo?: () => void
}

/** What just happened; stays while it is pointed at or holds the focus. */
export function Toast({ said, onEnd }: { said: Said | undefined; onEnd: () => void }): ReactNode {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (said === undefined || isHeld) return undefined
    const timer = setTimeout(onEnd, toastMs)
    return () => clearTimeout(timer)
  }, [said, isHeld, onEnd])
  useEffect(() => {
    const undo = said?.undo
    if (undo === undefined) return undefined
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [said])
  return (
    <div className="toast-place">
      <div role="status" className="hidden">
        {said?.text}
      </div>
      {said === undefined ? null : (
        <div
          className="toast"
          key={said.id}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span aria-hidden="true">{said.text}</span>
          {said.undo === undefined ? null : (
            <button type="button" onClick={said.undo}>
              {m.toast.undo}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
