import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findWebApps } from '../../../../tools/start/web-apps.ts'
import { root } from './processes.ts'

/** Builds the web apps when nobody has: the test command has, a run of this suite alone may not. */
// oxlint-disable-next-line import/no-default-export -- the runner calls the default export
export default function buildApps(): void {
  const apps = findWebApps(root)
  if (apps.every(({ directory }) => existsSync(join(directory, 'dist/index.html')))) return
  execFileSync(process.execPath, [join(root, 'tools/start/build-web.ts')], { cwd: root, stdio: 'inherit' })
}
