type Put = (key: number, value: number) => void

/** Lists of numbers under keys from 0 on, one behind the other in one row. */
export class Shelves {
  readonly values: Int32Array
  /** Where the list of each key starts; it ends where the next one starts. */
  readonly #starts: Int32Array

  /** `fill` puts all values, those of a key in their order; it is called twice. */
  constructor(keys: number, fill: (put: Put) => void) {
    const starts = new Int32Array(keys + 1)
    let size = 0
    fill((key) => {
      starts[key] = (starts[key] ?? 0) + 1
      size += 1
    })
    let start = 0
    for (let key = 0; key <= keys; key += 1) {
      const count = starts[key] ?? 0
      starts[key] = start
      start += count
    }
    const next = starts.slice()
    const values = new Int32Array(size)
    fill((key, value) => {
      const at = next[key] ?? 0
      values[at] = value
      next[key] = at + 1
    })
    this.values = values
    this.#starts = starts
  }

  start(key: number): number {
    return this.#starts[key] ?? 0
  }

  end(key: number): number {
    return this.#starts[key + 1] ?? 0
  }
}
