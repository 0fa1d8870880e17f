import { useCallback, useEffect, useRef, useState } from 'react'
import { deviceStorage } from './storage.ts'

export interface KeptText {
  text: string
  setText: (text: string) => void
  ready: boolean
}

/** Where the device keeps the text of one input. */
export const keptTextKey = (owner: string, place: string): string => `text.${owner}.${place}`

/** Text in an input that survives reloads, crashes and navigation: every keystroke is written to the device. */
export function useKeptText(owner: string, place: string): KeptText {
  const key = keptTextKey(owner, place)
  const [text, show] = useState('')
  const [ready, setReady] = useState(false)
  const touched = useRef(false)
  useEffect(() => {
    let here = true
    touched.current = false
    const load = async (): Promise<void> => {
      const kept = await deviceStorage.read<string>(key)
      if (!here) return
      if (!touched.current) show(kept ?? '')
      setReady(true)
    }
    void load()
    return () => {
      here = false
    }
  }, [key])
  const setText = useCallback(
    (next: string) => {
      touched.current = true
      show(next)
      void (next === '' ? deviceStorage.remove(key) : deviceStorage.write(key, next))
    },
    [key],
  )
  return { text, setText, ready }
}
