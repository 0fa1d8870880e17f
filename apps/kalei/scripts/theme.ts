import { writeFile } from 'node:fs/promises'
import { themeCss, themeSrgb } from '../src/theme/generate.ts'

/** Writes the CSS variables (web) and the sRGB table (iOS, Android) from the OKLCH tokens. */
const folder = new URL('../src/theme/', import.meta.url)
await writeFile(new URL('gen/colors.css', folder), themeCss())
await writeFile(new URL('gen/srgb.ts', folder), themeSrgb())
