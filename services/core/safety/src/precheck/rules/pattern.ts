import { rarestOf, reachOf } from './anchors.ts'
import type { Anchor } from './anchors.ts'
import { anyNumber, lexicon } from './lexicon.ts'
import type { Literal } from './lexicon.ts'
import { linesOf, parsePattern, PatternError } from './notation.ts'
import type { Lists, Node } from './notation.ts'
import { accept, none, program } from './program.ts'
import type { Step } from './program.ts'

export interface Compiled {
  /** The ways in, by the words that a match may begin with, in order of writing. */
  steps: Step[]
  /** Sets of words of which at least one each is in every match: the rarest parts of the pattern. */
  anchors: Anchor[]
  /** The most words (characters in Chinese) that a match spans. */
  reach: number
}

interface Script {
  /** Words are taken by their characters; only the one that a match begins with is known as a whole. */
  readonly han: boolean
  /** A pattern (its state) at which no gap may step on. */
  readonly barrier: number
}

type Take = (word: Literal, next: number) => Step

const takeWhole: Take = (word, next) => ({ id: lexicon.idOf(word), to: next })

function takeByCharacter({ text, stem }: Literal, next: number): Step {
  const [first = '', ...rest] = text
  const to = rest.reduceRight(
    (state, one) => program.choice([takeWhole({ text: one, stem }, state)], none),
    next,
  )
  return takeWhole({ text: first, stem }, to)
}

/** The state in which some nodes are to be read, before `next`. */
function stateOf(nodes: readonly Node[], next: number, how: Script): number {
  const take = how.han ? takeByCharacter : takeWhole
  const ways = (options: readonly Node[][], to: number): Step[] =>
    options.flatMap((option) => stepsOf(option, to, how, take))
  return nodes.reduceRight((behind, node) => {
    if (node.kind === 'choice')
      return program.choice(ways(node.options, behind), node.optional ? behind : none)
    if (node.kind !== 'gap') return program.choice(ways([[node]], behind), none)
    if (node.of === null) return program.gap(behind, node.most, how.barrier)
    let state = behind
    for (let more = 0; more < node.most; more += 1) state = program.choice(ways(node.of, state), behind)
    return state
  }, next)
}

/** The ways into some nodes, in order of writing. */
function stepsOf([node, ...rest]: readonly Node[], next: number, how: Script, take: Take): Step[] {
  if (node === undefined) throw new PatternError('a pattern needs a required word')
  if (node.kind === 'gap') throw new PatternError('a pattern cannot begin with a gap')
  const behind = stateOf(rest, next, how)
  if (node.kind === 'number') return [{ id: anyNumber, to: behind }]
  if (node.kind === 'word') return [take(node, behind)]
  const steps = node.options.flatMap((option) => stepsOf(option, behind, how, take))
  return node.optional ? [...steps, ...stepsOf(rest, next, how, take)] : steps
}

/** Compiles one line of a rule; throws when it cannot be read. */
export function compilePattern(pattern: string, lists: Lists, how: Script): Compiled {
  const nodes = parsePattern(pattern, lists, how.han)
  try {
    const steps = stepsOf(nodes, accept, how, takeWhole)
    return { steps, anchors: rarestOf(nodes), reach: reachOf(nodes) }
  } catch (error) {
    throw new PatternError(`cannot compile "${pattern.trim()}"`, { cause: error })
  }
}

/** Compiles several lines of which any may stand. */
export function compileLines(lines: string, lists: Lists, han: boolean): Compiled {
  return compilePattern(anyOf(lines), lists, { han, barrier: none })
}

const anyOf = (lines: string): string => `(${linesOf(lines).join('|')})`

/** Compiles lines of which any stops a gap, as a state. */
export function compileBarrier(lines: string, lists: Lists, han: boolean): number {
  return stateOf(parsePattern(anyOf(lines), lists, han), accept, { han, barrier: none })
}

/** Lines that are read from their end to their beginning. */
interface Mirrored {
  /** The ways in, by the words that a line may end with. */
  steps: Step[]
  /** The state that steps over what may stand behind a line, and then takes the line. */
  state: number
}

/** Compiles lines to be read backwards from a place that `between` may keep them from. */
export function compileMirrored(lines: string, between: string, lists: Lists, han: boolean): Mirrored {
  if (han && /[a-z]/i.test(lines))
    throw new PatternError(`cannot read letters backwards in "${lines.trim()}"`)
  const how = { han, barrier: none }
  const steps = stepsOf(mirrored(parsePattern(anyOf(lines), lists, han)), accept, how, takeWhole)
  const state = stateOf(mirrored(parsePattern(between, lists, han)), program.choice(steps, none), how)
  return { steps, state }
}

function mirrored(nodes: readonly Node[]): Node[] {
  const all = (options: readonly Node[][]): Node[][] => options.map((option) => mirrored(option))
  return nodes.toReversed().map((node) => {
    if (node.kind === 'choice') return { ...node, options: all(node.options) }
    return node.kind === 'gap' && node.of !== null ? { ...node, of: all(node.of) } : node
  })
}
