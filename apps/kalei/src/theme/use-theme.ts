import { Platform, useColorScheme, useWindowDimensions } from 'react-native'
import { srgb } from './gen/srgb.ts'
import { colorNames, variable } from './tokens.ts'
import type { ColorName } from './tokens.ts'

export type Colors = Readonly<Record<ColorName, string>>

const variables = Object.fromEntries(colorNames.map((name) => [name, `var(${variable(name)})`])) as Colors

/** The colours of the current scheme; on the web they are CSS variables, so the scheme switches without a render. */
export function useColors(): Colors {
  const scheme = useColorScheme()
  if (Platform.OS === 'web') return variables
  return scheme === 'dark' ? srgb.dark : srgb.light
}

/** True from the width on where three panes stand side by side. */
export function useWide(): boolean {
  return useWindowDimensions().width >= 860
}

export const fonts = Platform.select({
  web: {
    sans: "'Kalei Sans', system-ui, -apple-system, 'Segoe UI', sans-serif",
    serif: "'Kalei Serif', 'Iowan Old Style', Georgia, serif",
  },
  ios: { sans: 'System', serif: 'Georgia' },
  default: { sans: 'sans-serif', serif: 'serif' },
})
