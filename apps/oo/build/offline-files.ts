import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Tells the service worker which files there are, and a version that changes with any of them. */
export const offlineFiles = (): Plugin => {
  let base = '/'
  let publicDir = ''
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ;({ base, publicDir } = config)
    },
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') throw new Error('the build has no sw.js')
      const hash = createHash('sha256')
      const files = Object.values(bundle).filter((file) => file !== worker)
      for (const file of files) hash.update(file.type === 'chunk' ? file.code : file.source)
      const others = readdirSync(publicDir)
      for (const name of others) hash.update(readFileSync(join(publicDir, name)))
      const names = [...files.map(({ fileName }) => fileName), ...others].toSorted()
      const offline = {
        version: hash.digest('hex').slice(0, 16),
        files: names.map((name) => `${base}${name}`),
      }
      worker.code = worker.code.replace('OFFLINE_FILES', JSON.stringify(offline))
    },
  }
}
