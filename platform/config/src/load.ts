import type { z } from 'zod'
import type { ConfigSlice } from './slice.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The one place that reads the process's environment. An empty value counts as not set. */
export function processEnvironment(): Environment {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
}

/** Everything that is wrong with the configuration, at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((text) => `  - ${text}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Parses each owner's slice from the environment, once. Reports every problem with the variable's name. */
export function loadConfig<const Slices extends Readonly<Record<string, ConfigSlice>>>(
  slices: Slices,
  environment: Environment,
): { readonly [Owner in keyof Slices]: Readonly<z.output<Slices[Owner]>> } {
  const problems: string[] = []
  const parsed = Object.entries(slices).map(([owner, slice]) => {
    const own = Object.fromEntries(Object.keys(slice.shape).map((name) => [name, environment[name]]))
    const result = slice.safeParse(own)
    if (!result.success) problems.push(...result.error.issues.map((issue) => describe(slice, issue)))
    return [owner, Object.freeze(result.data ?? {})]
  })
  if (problems.length > 0) throw new ConfigError([...new Set(problems)].sort())
  return Object.freeze(Object.fromEntries(parsed)) as never
}

function describe(slice: ConfigSlice, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '')
  const purpose = (slice.shape[name] as z.ZodType | undefined)?.description ?? ''
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return `${name}: ${missing ? 'is not set' : issue.message} — ${purpose}`
}
