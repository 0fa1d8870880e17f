import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateSW } from 'workbox-build'
import './copy-fonts.mjs'

/** Exports the web app to dist/ without any contact to the outside, then adds what Expo leaves out. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
// Built beside, then put in place whole: what is served is never half an app.
const dist = join(root, '.expo/dist')
const served = join(root, 'dist')
const base = '/kalei'

// Metro keeps its cache in the folder for temporary files: ours, so that nothing is written elsewhere.
const temporary = join(root, '.expo/tmp')
await mkdir(temporary, { recursive: true })
await rm(dist, { recursive: true, force: true })

const exported = spawnSync(
  process.execPath,
  [join(root, 'node_modules/expo/bin/cli'), 'export', '--platform', 'web', '--output-dir', '.expo/dist'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      EXPO_NO_TELEMETRY: '1',
      TMPDIR: temporary,
      EXPO_OFFLINE: '1',
      CI: '1',
      NODE_ENV: 'production',
    },
  },
)
if (exported.status !== 0) process.exit(exported.status ?? 1)

const page = join(dist, 'index.html')
const links = [
  `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}/fonts/hanken-grotesk-latin-wght-normal.woff2">`,
  `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}/fonts/newsreader-latin-wght-normal.woff2">`,
  `<link rel="stylesheet" href="${base}/fonts/fonts.css">`,
  `<link rel="manifest" href="${base}/manifest.webmanifest">`,
  `<link rel="icon" type="image/svg+xml" href="${base}/icon.svg">`,
].join('')
const html = await readFile(page, 'utf8')
if (!html.includes('<!-- links -->')) throw new Error('public/index.html has lost its <!-- links --> mark')
await writeFile(page, html.replace('<!-- links -->', links))

const { count, size } = await generateSW({
  globDirectory: dist,
  globPatterns: ['**/*.{html,js,css,svg,woff2,webmanifest}'],
  globIgnores: ['sw.js', 'workbox-*.js'],
  modifyURLPrefix: { '': `${base}/` },
  swDest: join(dist, 'sw.js'),
  navigateFallback: `${base}/index.html`,
  maximumFileSizeToCacheInBytes: 6_000_000,
  inlineWorkboxRuntime: true,
  sourcemap: false,
  clientsClaim: true,
  skipWaiting: true,
  mode: 'production',
})
await rm(served, { recursive: true, force: true })
await rename(dist, served)
process.stdout.write(`offline: ${count} files, ${Math.round(size / 1000)} kB\n`)
