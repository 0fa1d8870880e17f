import { useEffect } from 'react'
import { Platform } from 'react-native'

/** Makes the built web app open without a connection: the worker holds the app's own files, no answers. */
export function useServiceWorker(): void {
  useEffect(() => {
    if (Platform.OS !== 'web' || __DEV__ || !('serviceWorker' in navigator)) return
    const base = process.env['EXPO_BASE_URL'] ?? ''
    void navigator.serviceWorker.register(`${base}/sw.js`, { scope: `${base}/` }).catch(() => undefined)
  }, [])
}
