import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findPackages, withDependencies, type WorkspacePackage } from '../packages.ts'

/** A web app of the workspace: a package below apps/ that builds into its dist/. */
export interface WebApp {
  /** As in its address and on the board: the folder's name. */
  readonly name: string
  readonly directory: string
  /** Whether `npm run dev` can serve it with hot reload. */
  readonly hasDevServer: boolean
  /** What the build reads now, by absolute path. */
  inputs(): string[]
}

const notInputs = new Set(['node_modules', 'dist', '.expo', '.turbo', 'coverage', 'test-results'])
const sharedInputs = ['pnpm-lock.yaml', 'tsconfig.base.json']

export function findWebApps(root: string): WebApp[] {
  const packages = findPackages(root)
  return packages
    .filter((one) => one.folder.startsWith('apps/') && one.scripts['build'] !== undefined)
    .map((one) => ({
      name: one.folder.slice('apps/'.length),
      directory: one.directory,
      hasDevServer: one.scripts['dev'] !== undefined,
      inputs: () => [
        ...sharedInputs.map((file) => join(root, file)),
        ...withDependencies(one, packages).flatMap(sourcesOf),
      ],
    }))
}

function sourcesOf({ directory }: WorkspacePackage): string[] {
  return globSync('**/*', {
    cwd: directory,
    withFileTypes: true,
    exclude: (entry) => notInputs.has(entry.name),
  })
    .filter((entry) => entry.isFile() && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The sources of a build as they were at one moment. */
export interface Snapshot {
  readonly files: readonly string[]
  /** Over the names and contents of all of them. */
  readonly hash: string
}

export function takeSnapshot(app: WebApp, files: readonly string[] = app.inputs()): Snapshot {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${relative(app.directory, file)}\0`)
    hash.update(existsSync(file) ? readFileSync(file) : 'gone')
  }
  return { files, hash: hash.digest('hex') }
}

/** The stamp lies in dist/ itself: whatever removes or half-writes the build removes the stamp with it. */
const stampOf = (app: WebApp): string => join(app.directory, 'dist', '.inputs')

export const isBuilt = (app: WebApp, { hash }: Snapshot): boolean =>
  existsSync(stampOf(app)) && readFileSync(stampOf(app), 'utf8') === hash

export const removeStamp = (app: WebApp): void => rmSync(stampOf(app), { force: true })

/** Files that the build itself added count as built; a source edited meanwhile leaves the build out of date. */
export function stampBuild(app: WebApp, before: Snapshot): void {
  const isUntouched = takeSnapshot(app, before.files).hash === before.hash
  writeFileSync(stampOf(app), (isUntouched ? takeSnapshot(app) : before).hash)
}
