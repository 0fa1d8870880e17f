/**
 * Makes a connector from the template: npm run new-connector -- <name>
 *
 * It is complete: it type-checks, is registered, passes the conformance suite, and the sandbox plays its provider.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { NameRefused } from '../template.ts'
import { generateConnector } from './generate.ts'

const root = dirname(dirname(import.meta.dirname))
const [name = ''] = process.argv.slice(2)

try {
  const paths = generateConnector(root, name)
  spawnSync(join(root, 'node_modules/.bin/oxfmt'), paths, { cwd: root })
  console.log(`${name} is there:
  ${paths.join('\n  ')}
Next:
  make the sandbox speak the provider's own protocol, the connector with it, and keep what the suite holds
  npm run drift -- --write
  npm test -- integrations
  npm test -- sandbox`)
} catch (error) {
  if (!(error instanceof NameRefused)) throw error
  console.error(`${error.message}\nusage: npm run new-connector -- <name>`)
  process.exitCode = 2
}
