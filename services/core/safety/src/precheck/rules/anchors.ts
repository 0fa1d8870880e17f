import { normaliseWord } from '../normalise/index.ts'
import type { Literal } from './lexicon.ts'
import { isOptional } from './notation.ts'
import type { Node } from './notation.ts'

const frequent = new Set(
  (
    'i im me my a an the to of and in it is be am are was do dont so no not all at on for with this that have has had just want ' +
    'going go get got will would can cant if he she they you we him her them his who what when up out more there here one ' +
    'day tonight today now life live people someone everyone take took keep feel feels like know think thinking make ' +
    'el la los las un una de que y a en no me mi se lo le por con para es ya mas todo todos yo si te su ' +
    'le les je ne pas un une des du et a en me mon ma mes il elle que qui pour sur plus tout tous tu se ce y ' +
    'ich mir mich nicht der die das und ein eine ist zu in es will mein meine er sie alle mehr wil ' +
    'eu nao me minha meu o os as um uma que e de da do em para com mais ja ele ela todos ' +
    'io non mi il lo la i gli un una che e di del in per con piu mio mia lui lei tutti si ho ' +
    '我 你 他 她 不 想 的 了 要 是 有 在 就 都 很 也 这 那 一 个 没 和 我们 着 到 说 去 会 好 把 被 过 再 吃'
  )
    .split(' ')
    .map((word) => normaliseWord(word)),
)

const frequentCost = 10

function costOf(literal: Literal): number {
  if (frequent.has(literal.text)) return frequentCost
  return literal.text.length < 3 && literal.text.charCodeAt(0) < 128 ? 3 : 1
}

/** Words of which one is in every match. */
export interface Anchor {
  literals: Literal[]
  /** The most words (characters in Chinese) that stand before it in a match. */
  behind: number
}

interface Priced extends Anchor {
  cost: number
}

/** What every match must hold, rarest first. */
function anchorsOf(nodes: readonly Node[], before: number): Priced[] {
  const anchors: Priced[] = []
  let behind = before
  for (const node of nodes) {
    if (!isOptional(node)) {
      if (node.kind === 'word')
        anchors.push({ cost: costOf(node), literals: [{ text: node.text, stem: node.stem }], behind })
      if (node.kind === 'choice') anchors.push(...anchorOfChoice(node.options, behind))
    }
    behind += lengthOf(node)
  }
  return anchors.toSorted((a, b) => a.cost - b.cost)
}

/** One word of each option; nothing when an option needs none. */
function anchorOfChoice(options: readonly Node[][], before: number): Priced[] {
  const found = options.flatMap((option) => anchorsOf(option, before).slice(0, 1))
  if (found.length < options.length) return []
  const cost = Math.max(...found.map((one) => one.cost)) + found.length * 0.01
  const behind = Math.max(...found.map((one) => one.behind))
  return [{ cost, literals: found.flatMap((one) => one.literals), behind }]
}

/** The most words that a node spans. */
function lengthOf(node: Node): number {
  if (node.kind === 'gap') return node.most * (node.of === null ? 1 : longest(node.of))
  return node.kind === 'choice' ? longest(node.options) : 1
}

export const reachOf = (nodes: readonly Node[]): number =>
  nodes.reduce((reach, node) => reach + lengthOf(node), 0)

const longest = (options: readonly Node[][]): number => Math.max(...options.map((option) => reachOf(option)))

export const mostAnchors = 3

/** The rarest, and others that are rare as well; what a match begins with tells nothing at the word where it begins. */
export const rarestOf = (nodes: readonly Node[]): Anchor[] =>
  anchorsOf(nodes, 0)
    .filter(({ behind }) => behind > 0)
    .filter(({ cost }, index) => index === 0 || (index < mostAnchors && cost < frequentCost))
