import type { FragmentType } from '../taxonomy.ts'

/**
 * One cue for a pattern of thought. `weight` is how much it says by itself (0..1). `on` lists words of
 * which at least one must stand in the sentence before the expression is tried. `match` is an expression
 * over folded text, in which `{name}` stands for a word group; every repetition in it is bounded.
 */
export interface RuleSource {
  readonly weight: number
  readonly on: string
  readonly match: string
  readonly unless?: string
}

export interface Rule {
  readonly type: FragmentType
  readonly weight: number
  readonly pattern: RegExp
  readonly unless: RegExp | undefined
}

export type RuleIndex = ReadonlyMap<string, readonly Rule[]>
export type RuleTable = Readonly<Partial<Record<FragmentType, readonly RuleSource[]>>>

function compile(source: string, words: Readonly<Record<string, string>>): RegExp {
  const body = source.replaceAll(/\{([a-z]+)\}/gu, (_, name: string) => {
    const group = words[name]
    if (group === undefined) throw new Error(`no word group {${name}}`)
    return `(?:${group})`
  })
  return new RegExp(`\\b(?:${body})`, 'u')
}

/** Compiles rules and indexes them by the words that call for them. */
export function indexRules(table: RuleTable, words: Readonly<Record<string, string>>): RuleIndex {
  const index = new Map<string, Rule[]>()
  for (const [type, sources] of Object.entries(table) as [FragmentType, readonly RuleSource[]][]) {
    for (const source of sources) {
      const rule: Rule = {
        type,
        weight: source.weight,
        pattern: compile(source.match, words),
        unless: source.unless === undefined ? undefined : compile(source.unless, words),
      }
      for (const word of source.on.split(' ')) {
        const rules = index.get(word)
        if (rules === undefined) index.set(word, [rule])
        else rules.push(rule)
      }
    }
  }
  return index
}

/** The rules called for by a sentence's words, each once, in a stable order. */
export function rulesFor(index: RuleIndex, sentence: string): ReadonlySet<Rule> {
  const found = new Set<Rule>()
  for (const word of sentence.match(/[a-z]+/gu) ?? []) {
    for (const rule of index.get(word) ?? []) found.add(rule)
  }
  return found
}
