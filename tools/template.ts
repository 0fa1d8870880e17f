import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What was asked for cannot be called that; `message` says why. */
export class NameRefused extends Error {}

const shape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export function requireName(what: string, name: string): void {
  if (!shape.test(name))
    throw new NameRefused(`The ${what} "${name}" must be lower case words joined by hyphens.`)
}

/** Writes every file of a template below a folder, with the name in its paths and in its text. */
export function writeTemplate(template: string, folder: string, name: string): void {
  const fill = filler(name)
  for (const entry of globSync('**/*', { cwd: template, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(folder, fill(source.slice(template.length + 1)))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, fill(readFileSync(source, 'utf8')))
  }
}

/** Puts a name, as it is written at each place, for `__name__`, `__snake__`, `__Name__`, `__camel__`, … */
export function filler(name: string): (text: string) => string {
  const pascal = name.replaceAll(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) =>
    letter.toUpperCase(),
  )
  const snake = name.replaceAll('-', '_')
  const words = new Map([
    ['name', name],
    ['snake', snake],
    ['CONSTANT', snake.toUpperCase()],
    ['Name', pascal],
    ['camel', pascal.charAt(0).toLowerCase() + pascal.slice(1)],
    ['Title', name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')],
  ])
  return (text) =>
    text.replaceAll(/__([A-Za-z]+)__/g, (placeholder, word: string) => words.get(word) ?? placeholder)
}
