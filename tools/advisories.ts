/**
 * Asks the package registry for known vulnerabilities of the production dependencies; ends with 1 from severity high
 * on. A registry that does not answer is reported as such and ends with 2: nothing was checked then.
 */
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { z } from 'zod'

const root = dirname(import.meta.dirname)
const Failure = z.object({ error: z.object({ message: z.string() }) })
const Result = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  advisories: z.record(
    z.string(),
    z.object({ module_name: z.string(), severity: z.string(), title: z.string() }),
  ),
})

const { stdout } = spawnSync('pnpm', ['audit', '--prod', '--json'], { cwd: root, encoding: 'utf8' })
const text: unknown = parseJson(stdout)
const result = Result.safeParse(text)
if (result.success) {
  const { advisories, metadata } = result.data
  for (const { module_name: name, severity, title } of Object.values(advisories))
    console.log(`${severity}: ${name}: ${title}`)
  const { high = 0, critical = 0 } = metadata.vulnerabilities
  console.log(`${Object.keys(advisories).length} advisories, ${high + critical} of them high or critical`)
  process.exitCode = high + critical > 0 ? 1 : 0
} else {
  const failure = Failure.safeParse(text)
  console.log(
    `Not checked: the registry's audit did not answer.${failure.success ? ` ${failure.data.error.message}` : ''}`,
  )
  process.exitCode = 2
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}
