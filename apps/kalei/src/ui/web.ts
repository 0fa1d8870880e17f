import { Platform } from 'react-native'

/** Data attributes that the stylesheet hangs web-only effects on; nothing on iOS and Android. */
export function mark(data: Readonly<Record<string, string>>): object {
  return Platform.OS === 'web' ? { dataSet: data } : {}
}
