import { join, relative } from 'node:path'
import type { Graph, Import, SourceFile, Unit } from './graph.ts'
import type { Violation } from './rules.ts'

export const cycleRule = 'no-cycles'
export const browserRule = 'browser-entries-reach-no-server-code'

const pathOf = ({ target }: Import): string | undefined =>
  target.kind === 'file' || target.kind === 'workspace' ? target.path : undefined

/** Cycles among files at run time, and among packages at all. */
export function checkCycles({ files }: Graph): Violation[] {
  const perFile = new Map<string, Set<string>>()
  const perUnit = new Map<string, Set<string>>()
  for (const file of files.values()) {
    const runtime = file.imports.filter((one) => !one.isType).map(pathOf)
    perFile.set(
      file.path,
      new Set(
        runtime.filter((path) => path !== undefined && path !== file.path && files.has(path)) as string[],
      ),
    )
    const own = perUnit.get(file.unit.folder) ?? new Set<string>()
    perUnit.set(file.unit.folder, own)
    if (!file.isAbout)
      for (const { target } of file.imports)
        if (target.kind === 'workspace' && target.unit !== file.unit && target.entry !== './contract')
          own.add(target.unit.folder)
  }
  return [...findCycles(perFile), ...findCycles(perUnit)].map((cycle) => ({
    rule: cycleRule,
    path: cycle[0] ?? '',
    line: 1,
    message: `imports itself in a circle: ${[...cycle, cycle[0]].join(' → ')}`,
  }))
}

/** One cycle for each edge that closes one, found depth first. */
function findCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>()
  const cycles: string[][] = []
  const walk = (node: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(node)
    if (seenAt >= 0) return void cycles.push(path.slice(seenAt))
    if (done.has(node)) return
    for (const next of edges.get(node) ?? []) walk(next, [...path, node])
    done.add(node)
  }
  for (const node of edges.keys()) walk(node, [])
  return cycles
}

/** What runs in a browser by way of a browser entry must not need Node. */
export function checkBrowserEntries(root: string, { files, units }: Graph): Violation[] {
  return units.flatMap((unit) => browserEntries(root, unit).flatMap((entry) => follow(entry, files)))
}

function browserEntries(root: string, unit: Unit): string[] {
  const wanted =
    unit.folder === 'platform/kernel'
      ? ['.']
      : unit.kind === 'service'
        ? ['./contract', './precheck', './gate', './offline', './taxonomy']
        : []
  const map = typeof unit.exports === 'object' && unit.exports !== null ? Object.entries(unit.exports) : []
  return map.flatMap(([key, file]) =>
    wanted.includes(key) && typeof file === 'string' ? [relative(root, join(unit.directory, file))] : [],
  )
}

function follow(entry: string, files: ReadonlyMap<string, SourceFile>): Violation[] {
  const reached = new Set([entry])
  const violations: Violation[] = []
  for (const path of reached)
    for (const one of files.get(path)?.imports ?? []) {
      if (one.isType) continue
      if (one.target.kind === 'builtin')
        violations.push({
          rule: browserRule,
          path,
          line: one.line,
          message: `${one.specifier}: ${entry} is used in browsers and reaches this`,
        })
      const next = pathOf(one)
      if (next !== undefined) reached.add(next)
    }
  return violations
}
