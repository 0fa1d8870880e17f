/** Characters in a row, each with the range of the original behind it. Behind the last one stand zeros. */
export class Tape {
  codes: Uint16Array
  starts: Int32Array
  ends: Int32Array
  length = 0

  constructor(expected: number) {
    this.codes = new Uint16Array(expected + 16)
    this.starts = new Int32Array(expected + 16)
    this.ends = new Int32Array(expected + 16)
  }

  put(unit: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.#grow()
    this.codes[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length += 1
  }

  /** The last character also stands for what ends here. */
  stretch(end: number): void {
    this.ends[this.length - 1] = end
  }

  slice(from: number, to: number): string {
    return textOf(this.codes.subarray(from, to))
  }

  toString(): string {
    const chunks: string[] = []
    for (let at = 0; at < this.length; at += longestChunk)
      chunks.push(this.slice(at, Math.min(at + longestChunk, this.length)))
    return chunks.join('')
  }

  #grow(): void {
    const size = this.codes.length * 2
    const codes = new Uint16Array(size)
    const starts = new Int32Array(size)
    const ends = new Int32Array(size)
    codes.set(this.codes)
    starts.set(this.starts)
    ends.set(this.ends)
    Object.assign(this, { codes, starts, ends })
  }
}

/** Engines bound the number of arguments of a call. */
const longestChunk = 8192

export function textOf(units: ArrayLike<number>): string {
  return String.fromCharCode.apply(null, units as number[])
}
