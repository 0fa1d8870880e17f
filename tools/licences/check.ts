/**
 * Holds the licence of every production dependency, however deep, against the policy.
 *
 *   node tools/licences/check.ts            a line for each licence, and each package that is not allowed
 *   node tools/licences/check.ts --report   every package with its licence
 */
import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { z } from 'zod'
import { exceptions, isAllowed } from './policy.ts'

const root = dirname(dirname(import.meta.dirname))
const Listing = z.record(z.string(), z.array(z.object({ name: z.string(), versions: z.array(z.string()) })))

const listing = Listing.parse(
  JSON.parse(
    execFileSync('pnpm', ['licenses', 'list', '--prod', '--json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        PATH: `${root}/node_modules/node/bin:${root}/node_modules/.bin:${process.env['PATH']}`,
      },
    }),
  ),
)
const packages = Object.entries(listing).flatMap(([licence, list]) =>
  list.map(({ name, versions }) => ({ licence, name, versions: versions.join(', ') })),
)
const refused = packages.filter(({ licence, name }) => !isAllowed(licence) && !exceptions.has(name))

if (process.argv.includes('--report'))
  for (const { name, versions, licence } of packages.toSorted((a, b) => a.name.localeCompare(b.name)))
    console.log(`${name} ${versions}: ${licence}`)
else
  for (const [licence, list] of Object.entries(listing).toSorted(([, a], [, b]) => b.length - a.length))
    console.log(`${String(list.length).padStart(5)}  ${licence}`)
for (const { name, versions, licence } of refused)
  console.log(`not allowed: ${name} ${versions} (${licence})`)
console.log(`${packages.length} production dependencies, ${refused.length} not allowed`)
process.exitCode = refused.length > 0 ? 1 : 0
