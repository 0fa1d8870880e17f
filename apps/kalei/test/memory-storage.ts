import type { DeviceStorage } from '../src/device/storage.ts'

/** A device's storage without a device, with the same JSON round trip. For tests. */
export function createMemoryStorage(): DeviceStorage {
  const held = new Map<string, string>()
  return {
    read: async <T>(key: string) => {
      const raw = held.get(key)
      return raw === undefined ? undefined : (JSON.parse(raw) as T)
    },
    write: async (key, value) => void held.set(key, JSON.stringify(value)),
    remove: async (key) => void held.delete(key),
    keys: async (prefix) => [...held.keys()].filter((key) => key.startsWith(prefix)),
  }
}
