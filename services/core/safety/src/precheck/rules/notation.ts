/**
 * The notation that rules are written in.
 *
 *     want to (die|be dead)     words, alternatives
 *     [just|really] want to     an optional word
 *     suicid*                   a stem
 *     take ~3 pills             up to three words between
 *     not ~3(really|even) sad   up to three of these between
 *     {me}                      a named list of the language
 *
 * Words are folded as text is, so accents and double letters may be written naturally. Chinese patterns are
 * written without blanks; there `~3` is up to three characters. Gaps are bounded, so matching is linear.
 */
import { normaliseWord } from '../normalise/index.ts'

export type Node =
  | { kind: 'word'; text: string; stem: boolean }
  | { kind: 'number' }
  | { kind: 'gap'; most: number; of: Node[][] | null }
  | { kind: 'choice'; options: Node[][]; optional: boolean }

/** Named lists of a language; one named `=word` holds the spellings under which that word is also accepted. */
export type Lists = Readonly<Record<string, string>>

const tokenOf = /\s*(\{\w+\}|~\d*\(?|[()[\]|]|[^\s()[\]|~{}*]+\*?)/y

export class PatternError extends Error {
  override name = 'PatternError'
}

function tokenise(pattern: string): string[] {
  const tokens: string[] = []
  tokenOf.lastIndex = 0
  while (tokenOf.lastIndex < pattern.trimEnd().length) {
    const match = tokenOf.exec(pattern)
    if (match?.[1] === undefined) throw new PatternError(`cannot read "${pattern}"`)
    tokens.push(match[1])
  }
  return tokens
}

function parse(tokens: string[], lists: Lists, han: boolean): Node[] {
  const nodes: Node[] = []
  while (tokens.length > 0 && tokens[0] !== ')' && tokens[0] !== ']' && tokens[0] !== '|') {
    const token = tokens.shift() ?? ''
    if (token === '(' || token === '[')
      nodes.push(parseChoice(tokens, lists, { han, optional: token === '[' }))
    else if (token === '#') nodes.push({ kind: 'number' })
    else if (token.startsWith('~')) nodes.push(parseGap(token, tokens, lists, han))
    else if (token.startsWith('{')) {
      const list = lists[token.slice(1, -1)]
      if (list === undefined) throw new PatternError(`unknown list ${token}`)
      nodes.push(parseChoice([...tokenise(list), ')'], lists, { han, optional: false }))
    } else if (han && /\p{Script=Han}/u.test(token)) {
      for (const char of normaliseWord(token)) nodes.push({ kind: 'word', text: char, stem: false })
    } else {
      nodes.push(parseWord(token, lists, han))
    }
  }
  return nodes
}

function parseGap(token: string, tokens: string[], lists: Lists, han: boolean): Node {
  const most = Number(/\d+/.exec(token)?.[0] ?? '3')
  return { kind: 'gap', most, of: token.endsWith('(') ? parseOptions(tokens, lists, han, ')') : null }
}

/** A list named `=word` holds the spellings under which that word is also accepted. */
function parseWord(token: string, lists: Lists, han: boolean): Node {
  const stem = token.endsWith('*')
  const spellings = stem ? undefined : lists[`=${token}`]
  if (spellings !== undefined) return parseChoice([...tokenise(spellings), ')'], {}, { han, optional: false })
  return { kind: 'word', text: normaliseWord(stem ? token.slice(0, -1) : token), stem }
}

function parseChoice(tokens: string[], lists: Lists, how: { han: boolean; optional: boolean }): Node {
  const options = parseOptions(tokens, lists, how.han, how.optional ? ']' : ')')
  return { kind: 'choice', options, optional: how.optional }
}

function parseOptions(tokens: string[], lists: Lists, han: boolean, end: string): Node[][] {
  const options: Node[][] = [parse(tokens, lists, han)]
  while (tokens[0] === '|') {
    tokens.shift()
    options.push(parse(tokens, lists, han))
  }
  if (tokens.shift() !== end) throw new PatternError('a bracket is not closed')
  return options
}

/** Reads one pattern; throws `PatternError` when it cannot. */
export function parsePattern(pattern: string, lists: Lists, han: boolean): Node[] {
  const tokens = tokenise(pattern)
  const nodes = parse(tokens, lists, han)
  if (tokens.length > 0) throw new PatternError(`unexpected ${tokens[0] ?? ''} in "${pattern}"`)
  return nodes
}

export function isOptional(node: Node): boolean {
  return node.kind === 'gap' || (node.kind === 'choice' && node.optional)
}

export function linesOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
