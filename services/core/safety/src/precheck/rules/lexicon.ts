/** A word, or the stem of one, as a pattern names it; `#` stands for any number. */
export interface Literal {
  text: string
  stem: boolean
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isLetterOrDigit = (unit: number): boolean => (unit >= 97 && unit <= 122) || isDigit(unit)
export const isHan = (unit: number): boolean => unit >= 0x3400

/** Where the Latin word at a place ends. A sign or a letter of another script that is glued to it does not belong to it. */
export function endOfWord(codes: Uint16Array, at: number): number {
  let end = at
  while (isLetterOrDigit(codes[end] ?? 0)) end += 1
  return end
}

/** Where the digits end that stand at a place, read in a direction. */
export function endOfNumber(codes: Uint16Array, at: number, step: 1 | -1 = 1): number {
  let end = at
  while (isDigit(codes[end] ?? 0)) end += step
  return end
}

function hashOf(codes: Uint16Array, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0
  return hash ^ (hash >>> 15)
}

export const noLiteral = 0
export const anyNumber = 1

const nothing: readonly number[] = []

const stemKey = (codes: Uint16Array, at: number): number =>
  (((codes[at] ?? 0) & 127) << 7) | ((codes[at + 1] ?? 0) & 127)

/** Every literal of every pattern has a number here, so that each word of a text is looked up once. */
class Lexicon {
  /** The letters of all literals, one behind the other, and where those of each begin. */
  #letters = new Uint16Array(1 << 16)
  readonly #begins: number[] = [0, 0, 0]
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
    return this.#begins.length - 1
  }

  /** The number of a literal; a new one gets the next. */
  idOf({ text, stem }: Literal): number {
    if (text === '#') return anyNumber
    const codes = Uint16Array.from(text, (char) => char.charCodeAt(0))
    return stem ? this.#idOfStem(codes) : this.#idOfWord(codes)
  }

  #idOfWord(codes: Uint16Array): number {
    const { length } = codes
    const known = this.#word(codes, 0, length)
    if (known !== noLiteral) return known
    if (this.size * 2 > this.#places.length) this.#grow()
    const id = this.#add(codes)
    const [first = 0] = codes
    if (length === 1) this.#characters[first] = isDigit(first) ? this.#groupOf([anyNumber, id]) : id
    return this.#place(id)
  }

  #idOfStem(codes: Uint16Array): number {
    const { length } = codes
    const key = stemKey(codes, 0)
    const known = this.#stems[key]?.find(
      (id) => this.#size(id) === length && this.#starts(codes, 0, length, id),
    )
    if (known !== undefined) return known
    const id = this.#add(codes)
    // A stem of one letter is found under whatever follows it.
    const most = length > 1 ? 1 : 128
    for (let more = 0; more < most; more += 1) (this.#stems[key + more] ??= []).push(id)
    return id
  }

  #add(codes: Uint16Array): number {
    const begin = this.#begins.at(-1) ?? 0
    const end = begin + codes.length
    if (end > this.#letters.length) {
      const longer = new Uint16Array(end * 2)
      longer.set(this.#letters)
      this.#letters = longer
    }
    this.#letters.set(codes, begin)
    return this.#begins.push(end) - 2
  }

  /** The literal that a word fits; where it fits several, a negative number for them all. */
  lookUp(codes: Uint16Array, from: number, to: number): number {
    const word = this.#word(codes, from, to)
    const stems = this.#stems[stemKey(codes, from)]
    const isNumber = isDigit(codes[from] ?? 0) && endOfNumber(codes, from) === to
    if (stems === undefined && !isNumber) return word
    const known = word === noLiteral ? undefined : this.#lookedUp[word]
    if (known !== undefined) return known
    const found = this.#together(word, isNumber, this.#fitting(stems ?? [], codes, from, to))
    if (word !== noLiteral) this.#lookedUp[word] = found
    return found
  }

  #fitting(stems: readonly number[], codes: Uint16Array, from: number, to: number): readonly number[] {
    let fitting: number[] | undefined
    for (const id of stems) if (this.#starts(codes, from, to, id)) (fitting ??= []).push(id)
    return fitting ?? nothing
  }

  #together(word: number, isNumber: boolean, stems: readonly number[]): number {
    if (stems.length === 0 && !isNumber) return word
    const all = [...stems]
    if (isNumber) all.push(anyNumber)
    if (word !== noLiteral) all.push(word)
    return all.length > 1 ? this.#groupOf(all) : (all[0] ?? noLiteral)
  }

  /** The literals behind a negative number, in the order of their numbers. */
  several(found: number): readonly number[] {
    return this.#groups[-found] ?? nothing
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
  #word(codes: Uint16Array, from: number, to: number): number {
    const places = this.#places
    const last = places.length - 1
    for (let place = hashOf(codes, from, to) & last; ; place = (place + 1) & last) {
      const id = places[place] ?? noLiteral
      if (id === noLiteral || (this.#size(id) === to - from && this.#starts(codes, from, to, id))) return id
    }
  }

  /** The literal that a character fits by itself, or a negative number for several. */
  character(unit: number): number {
    return this.#characters[unit] ?? noLiteral
  }

  #size(id: number): number {
    return (this.#begins[id + 1] ?? 0) - (this.#begins[id] ?? 0)
  }

  /** Whether a text starts with a literal. */
  #starts(codes: Uint16Array, from: number, to: number, id: number): boolean {
    const begin = this.#begins[id] ?? 0
    const size = this.#size(id)
    if (size > to - from) return false
    for (let at = 0; at < size; at += 1) if (this.#letters[begin + at] !== codes[from + at]) return false
    return true
  }

  #place(id: number): number {
    const begin = this.#begins[id] ?? 0
    const last = this.#places.length - 1
    let place = hashOf(this.#letters, begin, begin + this.#size(id)) & last
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
