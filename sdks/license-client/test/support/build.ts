import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'

/** What is tested in other processes is what would be published. */
export const setup = (): void => {
  execFileSync(process.execPath, ['build.ts'], {
    cwd: dirname(dirname(import.meta.dirname)),
    stdio: 'inherit',
  })
}
