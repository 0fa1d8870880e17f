import { useEffect, useRef } from 'react'
import { createDwell, type Dwell } from './dwell.ts'

/** What is shorter is a glance at something that was already leaving. */
const seenAfterMs = 1_000

/** Says once for each tip that it was really seen, and counts for how long. */
export function useSeen(tipId: string | undefined, onSeen: (tipId: string) => void): () => number {
  const dwell = useRef<Dwell>(undefined)
  const seen = useRef<string>(undefined)
  const tell = useRef(onSeen)
  useEffect(() => {
    tell.current = onSeen
  })
  useEffect(() => {
    if (tipId === undefined) return undefined
    const mine = createDwell(() => performance.now())
    dwell.current = mine
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      const isVisible = document.visibilityState === 'visible'
      mine.setVisible(isVisible)
      clearTimeout(timer)
      if (!isVisible || seen.current === tipId) return
      timer = setTimeout(
        () => {
          seen.current = tipId
          tell.current(tipId)
        },
        Math.max(0, seenAfterMs - mine.elapsedMs()),
      )
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [tipId])
  return () => dwell.current?.elapsedMs() ?? 0
}
