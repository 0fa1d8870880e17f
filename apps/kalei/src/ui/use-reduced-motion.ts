import { useEffect, useState } from 'react'
import { AccessibilityInfo } from 'react-native'

/** True when the person asked their device for less motion. */
export function useReducedMotion(): boolean {
  const [reduced, setReduced] = useState(false)
  useEffect(() => {
    let here = true
    const ask = async (): Promise<void> => {
      const on = await AccessibilityInfo.isReduceMotionEnabled()
      if (here) setReduced(on)
    }
    void ask()
    const subscription = AccessibilityInfo.addEventListener('reduceMotionChanged', setReduced)
    return () => {
      here = false
      subscription.remove()
    }
  }, [])
  return reduced
}
