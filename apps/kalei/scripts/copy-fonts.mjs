import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Copies the woff2 files of the two families out of their packages into public/fonts and writes
 * the @font-face rules beside them: a path without a dot-folder, served from our own origin.
 */
const require = createRequire(import.meta.url)
const target = join(dirname(fileURLToPath(import.meta.url)), '../public/fonts')

const families = [
  { name: 'Kalei Sans', slug: 'hanken-grotesk', weights: '100 900' },
  { name: 'Kalei Serif', slug: 'newsreader', weights: '200 800' },
]
const subsets = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
}

const rules = []
await mkdir(target, { recursive: true })
for (const family of families) {
  const files = join(dirname(require.resolve(`@fontsource-variable/${family.slug}/package.json`)), 'files')
  for (const style of ['normal', 'italic']) {
    for (const [subset, range] of Object.entries(subsets)) {
      const file = `${family.slug}-${subset}-wght-${style}.woff2`
      await copyFile(join(files, file), join(target, file))
      rules.push(
        `@font-face{font-family:'${family.name}';font-style:${style};font-weight:${family.weights};font-display:swap;src:url('${file}') format('woff2');unicode-range:${range}}`,
      )
    }
  }
}
await writeFile(join(target, 'fonts.css'), `${rules.join('\n')}\n`)
