import type { Clock } from '@triptych/kernel'

interface Entry<T> {
  value: T
  expiresAt: number
}

/** A map whose entries end by themselves; dead ones are swept whenever the map has doubled. */
export function createExpiringMap<T>(clock: Clock) {
  const entries = new Map<string, Entry<T>>()
  let sweepAt = 1024
  const sweep = () => {
    const now = clock.now()
    for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key)
    sweepAt = Math.max(1024, entries.size * 2)
  }
  return {
    get(key: string): Entry<T> | undefined {
      const entry = entries.get(key)
      if (entry === undefined || entry.expiresAt > clock.now()) return entry
      entries.delete(key)
      return undefined
    },
    set(key: string, value: T, expiresAt: number): void {
      entries.set(key, { value, expiresAt })
      if (entries.size >= sweepAt) sweep()
    },
    delete: (key: string) => entries.delete(key),
  }
}

export type ExpiringMap<T> = ReturnType<typeof createExpiringMap<T>>
