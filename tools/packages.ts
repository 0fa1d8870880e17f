import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

const Manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  exports: z.unknown().optional(),
})

/** A package of the workspace. */
export interface WorkspacePackage extends z.infer<typeof Manifest> {
  /** Absolute. */
  readonly directory: string
  /** Relative to the workspace, with forward slashes. */
  readonly folder: string
}

/** The folders that pnpm-workspace.yaml names, found again by looking: nothing has to be listed twice. */
export function findPackages(root: string): WorkspacePackage[] {
  const yaml = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const block = /^packages:\n((?: +- .+\n)+)/m.exec(yaml)?.[1] ?? ''
  const globs = [...block.matchAll(/^ +- (.+)$/gm)].map(([, glob]) => (glob ?? '').replaceAll(/['"]/g, ''))
  return globs
    .flatMap((glob) => globSync(`${glob}/package.json`, { cwd: root }))
    .map((file) => join(root, dirname(file)))
    .toSorted()
    .map((directory) => readPackage(root, directory))
}

function readPackage(root: string, directory: string): WorkspacePackage {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')))
  return { ...manifest, directory, folder: relative(root, directory).replaceAll('\\', '/') }
}

/** A package and the workspace packages that it reaches by its dependencies, itself first. */
export function withDependencies(
  start: WorkspacePackage,
  packages: readonly WorkspacePackage[],
): WorkspacePackage[] {
  const reached = new Set([start])
  for (const one of reached)
    for (const name of Object.keys({ ...one.dependencies, ...one.devDependencies })) {
      const found = packages.find((candidate) => candidate.name === name)
      if (found) reached.add(found)
    }
  return [...reached]
}
