import { useEffect, useRef, useState } from 'react'
import { useReducedMotion } from '../ui/use-reduced-motion.ts'

const easeOut = (t: number): number => 1 - (1 - t) ** 3
const turnsPerSecond = 0.17
const settleMs = 900
/** A slow turn needs no more pictures a second than film: small devices have other work to do. */
const frameMs = 40
const patternApart = 0.5

export interface Aim {
  /** Which resting pattern to fold to. */
  step: number
  /** While true the glass keeps turning; afterwards it comes to rest where it is. */
  turning: boolean
}

/** The phase of the glass over time. With reduced motion it stands still and only changes pattern. */
export function usePhase({ step, turning }: Aim): number {
  const still = useReducedMotion()
  const [phase, setPhase] = useState(step * patternApart)
  const current = useRef(step * patternApart)
  const turned = useRef(false)
  useEffect(() => {
    const from = current.current
    const rest = turned.current ? from + 0.3 : step * patternApart
    turned.current = turning
    if (still || (!turning && rest === from)) {
      current.current = turning ? from : rest
      setPhase(current.current)
      return undefined
    }
    let frame = 0
    let drawn = 0
    let began: number | undefined
    const draw = (now: number): void => {
      began ??= now
      const passed = now - began
      current.current = turning
        ? from + (passed / 1000) * turnsPerSecond
        : from + (rest - from) * easeOut(Math.min(1, passed / settleMs))
      const last = !turning && passed >= settleMs
      if (last || now - drawn >= frameMs) {
        drawn = now
        setPhase(current.current)
      }
      if (turning || passed < settleMs) frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [step, turning, still])
  return phase
}
