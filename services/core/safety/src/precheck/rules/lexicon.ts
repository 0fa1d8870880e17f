/** A word, or the stem of one, as a pattern names it; `#` stands for any number. */
export interface Literal {
  text: string
  stem: boolean
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isLetterOrDigit = (unit: number): boolean => (unit >= 97 && unit <= 122) || isDigit(unit)
export const isHan = (unit: number): boolean => unit >= 0x3400

/** Where the Latin word at a place ends. A sign or a letter of another script that is glued to it does not belong to it. */
export function endOfWord(text: string, at: number): number {
  let end = at
  while (isLetterOrDigit(text.charCodeAt(end))) end += 1
  return end
}

/** Where the digits end that stand at a place, read in a direction. */
export function endOfNumber(text: string, at: number, step: 1 | -1 = 1): number {
  let end = at
  while (isDigit(text.charCodeAt(end))) end += step
  return end
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash ^ (hash >>> 15)
}

export const noLiteral = 0
export const anyNumber = 1

const stemKey = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127)

/** Every literal of every pattern has a number here, so that each word of a text is looked up once. */
class Lexicon {
  readonly #texts = ['', '#']
  /** Numbers of whole words by the hash of their text; who finds a place taken goes on to the next. */
  #places = new Int32Array(1 << 14)

  /** What is found for each character that stands alone: a literal, any number, or both. */
  readonly #characters = new Int32Array(1 << 16)
  /** Numbers of stems by their first two letters. */
  readonly #stems: (number[] | undefined)[] = Array.from({ length: 1 << 14 })

  /** Literals that one word fits, each group once; there are no more than the literals allow. */
  readonly #groups: (readonly number[])[] = [[]]
  readonly #groupByKey = new Map<string, number>()
  /** What was found for whole words that also fit a stem or are numbers. */
  readonly #lookedUp: (number | undefined)[] = []

  constructor() {
    for (let digit = 48; digit < 58; digit += 1) this.#characters[digit] = anyNumber
  }

  get size(): number {
    return this.#texts.length
  }

  /** The number of a literal; a new one gets the next. */
  idOf({ text, stem }: Literal): number {
    if (text === '#') return anyNumber
    return stem ? this.#idOfStem(text) : this.#idOfWord(text)
  }

  #idOfWord(text: string): number {
    const known = this.word(text, 0, text.length)
    if (known !== noLiteral) return known
    if (this.#texts.length * 2 > this.#places.length) this.#grow()
    const id = this.#texts.push(text) - 1
    if (text.length === 1)
      this.#characters[text.charCodeAt(0)] = isDigit(text.charCodeAt(0)) ? this.#groupOf([anyNumber, id]) : id
    return this.#place(id)
  }

  #idOfStem(text: string): number {
    const known = this.#stems[stemKey(text, 0)]?.find((id) => this.#texts[id] === text)
    if (known !== undefined) return known
    const id = this.#texts.push(text) - 1
    // A stem of one letter is found under whatever follows it.
    const most = text.length > 1 ? 1 : 128
    for (let more = 0; more < most; more += 1) (this.#stems[stemKey(text, 0) + more] ??= []).push(id)
    return id
  }

  /** The literal that a word fits; where it fits several, a negative number for them all. */
  lookUp(text: string, from: number, to: number): number {
    const word = this.word(text, from, to)
    const stems = this.#stems[stemKey(text, from)]
    const isNumber = isDigit(text.charCodeAt(from)) && endOfNumber(text, from) === to
    if (stems === undefined && !isNumber) return word
    const known = word === noLiteral ? undefined : this.#lookedUp[word]
    if (known !== undefined) return known
    const fitting = stems?.filter((id) => this.#begins(text, from, to, id)) ?? []
    if (isNumber) fitting.push(anyNumber)
    if (word !== noLiteral) fitting.push(word)
    const found = fitting.length > 1 ? this.#groupOf(fitting) : (fitting[0] ?? noLiteral)
    if (word !== noLiteral) this.#lookedUp[word] = found
    return found
  }

  /** The literals behind a negative number, in the order of their numbers. */
  several(found: number): readonly number[] {
    return this.#groups[-found] ?? []
  }

  #groupOf(literals: readonly number[]): number {
    const group = literals.toSorted((a, b) => a - b)
    const key = group.join(' ')
    const known = this.#groupByKey.get(key)
    if (known !== undefined) return known
    const found = 1 - this.#groups.push(group)
    this.#groupByKey.set(key, found)
    return found
  }

  /** The number of a whole word. */
  word(text: string, from: number, to: number): number {
    const places = this.#places
    const last = places.length - 1
    for (let place = hashOf(text, from, to) & last; ; place = (place + 1) & last) {
      const id = places[place] ?? noLiteral
      if (id === noLiteral || (this.#texts[id]?.length === to - from && this.#begins(text, from, to, id)))
        return id
    }
  }

  /** The literal that a character fits by itself, or a negative number for several. */
  character(unit: number): number {
    return this.#characters[unit] ?? noLiteral
  }

  #begins(text: string, from: number, to: number, id: number): boolean {
    const literal = this.#texts[id] ?? ''
    return literal.length <= to - from && text.startsWith(literal, from)
  }

  #place(id: number): number {
    const text = this.#texts[id] ?? ''
    const last = this.#places.length - 1
    let place = hashOf(text, 0, text.length) & last
    while (this.#places[place] !== noLiteral) place = (place + 1) & last
    this.#places[place] = id
    return id
  }

  #grow(): void {
    const ids = this.#places.filter((id) => id !== noLiteral)
    this.#places = new Int32Array(this.#places.length * 2)
    for (const id of ids) this.#place(id)
  }
}

export const lexicon = new Lexicon()
