import AsyncStorage from '@react-native-async-storage/async-storage'

/** What the app keeps on the device: texts not yet sent and choices made before signing in. Never tokens. */
export interface DeviceStorage {
  read: <T>(key: string) => Promise<T | undefined>
  write: (key: string, value: unknown) => Promise<void>
  remove: (key: string) => Promise<void>
  keys: (prefix: string) => Promise<string[]>
}

const prefix = 'kalei.'

function parse(raw: string | null): unknown {
  if (raw === null) return undefined
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

/** localStorage on the web (written before the call returns), the platform's store on iOS and Android. */
export const deviceStorage: DeviceStorage = {
  read: async <T>(key: string) => parse(await AsyncStorage.getItem(prefix + key)) as T | undefined,
  write: (key, value) => AsyncStorage.setItem(prefix + key, JSON.stringify(value)),
  remove: (key) => AsyncStorage.removeItem(prefix + key),
  keys: async (start) => {
    const all = await AsyncStorage.getAllKeys()
    return all.filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length))
  },
}
