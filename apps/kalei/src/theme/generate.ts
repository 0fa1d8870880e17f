import { formatHex, toGamut } from 'culori'
import { colorNames, palette, variable } from './tokens.ts'
import type { Oklch, Scheme } from './tokens.ts'

const intoSrgb = toGamut('rgb', 'oklch')

/** The nearest sRGB colour as `#rrggbb`. */
export function srgb([l, c, h]: Oklch): string {
  return formatHex(intoSrgb({ mode: 'oklch', l, c, h })) ?? '#000000'
}

function declarations(scheme: Scheme, format: (color: Oklch) => string): string {
  return colorNames.map((name) => `${variable(name)}:${format(palette[scheme][name])}`).join(';')
}

const oklch = ([l, c, h]: Oklch): string => `oklch(${l} ${c} ${h})`

/** CSS variables for both schemes: sRGB first, OKLCH where the browser knows it. */
export function themeCss(): string {
  const both = (format: (color: Oklch) => string): string =>
    `:root{${declarations('light', format)}}\n@media (prefers-color-scheme:dark){:root{${declarations('dark', format)}}}`
  return `${both(srgb)}\n@supports (color:oklch(0 0 0)){\n${both(oklch)}\n}\n`
}

/** A TypeScript module with the sRGB values for platforms without CSS. */
export function themeSrgb(): string {
  const table = (scheme: Scheme): string =>
    colorNames.map((name) => `    ${name}: '${srgb(palette[scheme][name])}',`).join('\n')
  return `export const srgb = {\n  light: {\n${table('light')}\n  },\n  dark: {\n${table('dark')}\n  },\n} as const\n`
}
