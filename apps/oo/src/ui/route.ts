import { useSyncExternalStore } from 'react'

const base = '/oo'

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  return () => window.removeEventListener('popstate', changed)
}

/** The path below the app's own, such as `/connect`. */
export const usePath = (): string =>
  useSyncExternalStore(subscribe, () => location.pathname.slice(base.length).replace(/(.)\/$/, '$1') || '/')

export const addressOf = (path: string): string => `${base}${path}`

export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  history[`${how}State`](null, '', addressOf(path))
  dispatchEvent(new PopStateEvent('popstate'))
}
