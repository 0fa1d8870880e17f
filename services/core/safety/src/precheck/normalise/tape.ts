/** Characters in a row, each with the range of the original behind it. Once it is closed, a zero stands behind the last one. */
export class Tape {
  codes = new Uint16Array()
  starts = new Int32Array()
  ends = new Int32Array()
  length = 0

  /** Begins anew in the same memory: fresh memory for every text costs more than to write it. */
  clear(): void {
    this.length = 0
  }

  close(): void {
    this.reserve(1)
    this.codes[this.length] = 0
  }

  put(unit: number, start: number, end: number): void {
    this.reserve(1)
    this.codes[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length += 1
  }

  /** Makes room for more characters, so that they may be written without `put`. */
  reserve(more: number): void {
    if (this.length + more > this.codes.length) this.#grow(this.length + more)
  }

  slice(from: number, to: number): string {
    return textOf(this.codes.subarray(from, to))
  }

  #grow(needed: number): void {
    const size = needed * 2
    const codes = new Uint16Array(size)
    const starts = new Int32Array(size)
    const ends = new Int32Array(size)
    codes.set(this.codes)
    starts.set(this.starts)
    ends.set(this.ends)
    Object.assign(this, { codes, starts, ends })
  }
}

export function textOf(units: ArrayLike<number>): string {
  return String.fromCharCode.apply(null, units as number[])
}
