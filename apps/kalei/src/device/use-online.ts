import { useEffect, useState } from 'react'
import { Platform } from 'react-native'

/** False while the browser knows that it has no connection. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(() => Platform.OS !== 'web' || navigator.onLine)
  useEffect(() => {
    if (Platform.OS !== 'web') return undefined
    const update = (): void => setOnline(navigator.onLine)
    window.addEventListener('online', update)
    window.addEventListener('offline', update)
    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])
  return online
}
