import { readdirSync, readFileSync } from 'node:fs'

import { languages } from '../src/precheck/index.ts'
import type { Language } from '../src/precheck/index.ts'

/** One trap: a text, whether it must fire and as what; `marked` is the range that a span must touch. */
export interface Trap {
  id: string
  file: string
  language: Language
  fires: boolean
  family: string
  text: string
  previous: string | undefined
  marked: { start: number; end: number } | undefined
}

export const trapSets = ['tuned', 'heldout', 'open', 'sealed', 'blind', 'plain'] as const
export type TrapSet = (typeof trapSets)[number]

const line = /^(\S+) (\w\w) (?:(-)|\+ (\w+)) \| (.*)$/u

/** Uneventful diary text in which risk can hide. */
export const neutral =
  'Woke up at seven and made porridge. The bus was late, so I read two chapters and watched the rain. At work we moved desks and ' +
  'nobody could find the kettle. Lunch with Priya, she talked about her garden and the slugs. In the afternoon I answered mail, ' +
  'went for a short walk along the canal and bought bread. Called my sister, we planned the weekend. '

function toTrap(file: string, source: string): Trap {
  const match = line.exec(source)
  if (match === null) throw new Error(`cannot read trap "${source}" in ${file}`)
  const [, id = '', language = '', , family = '', rest = ''] = match
  const found = languages.find((one) => one === language)
  if (found === undefined) throw new Error(`unknown language in ${id}`)
  const parts = rest
    .replaceAll(String.raw`\n`, '\n')
    .replace('{{long}}', neutral.repeat(45))
    .split(' >> ')
  const written = parts.at(-1) ?? ''
  const start = written.indexOf('⟦')
  const end = written.indexOf('⟧')
  return {
    id,
    file,
    language: found,
    fires: family !== '',
    family,
    text: written.replaceAll(/[⟦⟧]/gu, ''),
    previous: parts.length > 1 ? parts[0] : undefined,
    marked: start < 0 ? undefined : { start, end: end - 1 },
  }
}

/** All traps of a set, by file. */
export function readTraps(set: TrapSet): Trap[] {
  const folder = new URL(`../traps/${set}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((source) => source.trim() !== '')
        .map((source) => toTrap(name.replace('.txt', ''), source)),
    )
}
