import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MigrationSource } from '@triptych/db'

export interface Module {
  readonly name: string
  /** Relative to the repository. */
  readonly folder: string
  readonly source: MigrationSource
  /** What the migrations say above a table, by its name. */
  readonly words: ReadonlyMap<string, string>
}

/** Every service that brings migrations; the core first, as the others stand on it. */
export function findModules(root: string): Module[] {
  const folders = globSync('services/*/*/migrations', { cwd: root }).map((path) => dirname(path))
  const place = (folder: string): string => (folder.startsWith('services/core/') ? '' : folder)
  return folders
    .toSorted((a, b) => (place(a) === place(b) ? compare(a, b) : compare(place(a), place(b))))
    .map((folder) => {
      const directory = join(root, folder, 'migrations')
      const name = basename(folder)
      const source = { module: name, directory: pathToFileURL(`${directory}/`) }
      return { name, folder, source, words: wordsOf(directory) }
    })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function wordsOf(directory: string): Map<string, string> {
  const files = globSync('*.sql', { cwd: directory }).toSorted()
  const text = files.map((file) => readFileSync(join(directory, file), 'utf8')).join('\n')
  return new Map(
    [...text.matchAll(/^((?:--.*\n)+)create table (\w+)/gm)].map(([, comment = '', table = '']) => [
      table,
      comment.replaceAll(/^-- ?/gm, '').replaceAll('\n', ' ').trim(),
    ]),
  )
}
