import { readGraph } from './graph.ts'
import { browserRule, checkBrowserEntries, checkCycles, cycleRule } from './reach.ts'
import { checkEnvironment, checkImports, environmentRule, importRules, type Violation } from './rules.ts'

export const ruleNames: readonly string[] = [
  ...importRules.map((rule) => rule.name),
  environmentRule,
  cycleRule,
  browserRule,
]

/** Holds every file of the workspace against every rule. */
export function findViolations(root: string): { files: number; units: number; violations: Violation[] } {
  const graph = readGraph(root)
  return {
    files: graph.files.size,
    units: graph.units.length,
    violations: [
      ...checkImports(graph),
      ...checkEnvironment(graph),
      ...checkCycles(graph),
      ...checkBrowserEntries(root, graph),
    ],
  }
}
