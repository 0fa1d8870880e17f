/**
 * Makes a service from the template: npm run new-service -- <area> <name>
 *
 * The package is complete: it type-checks, and its tests run on the embedded database.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { NameRefused } from '../template.ts'
import { generateService, writeMessages } from './generate.ts'

const root = dirname(dirname(import.meta.dirname))
const [area = '', name = ''] = process.argv.slice(2)

try {
  const folder = generateService(root, { area, name })
  writeMessages(root, folder)
  spawnSync(join(root, 'node_modules/.bin/oxfmt'), [folder], { cwd: root })
  console.log(`${folder} is there. Next:
  pnpm install
  add the module to apps/server/src/modules.ts, "@triptych/${name}" to apps/server/package.json,
  its fixtures to apps/server/test/contracts/fixtures/, its SECURITY DEFINER functions to
  apps/server/test/row-security/definer-functions.ts, and to services/core/privacy/src/contract/holders.ts
  why it holds something about people
  npm run drift -- --write
  npm test -- ${name}`)
} catch (error) {
  if (!(error instanceof NameRefused)) throw error
  console.error(`${error.message}\nusage: npm run new-service -- <area> <name>`)
  process.exitCode = 2
}
