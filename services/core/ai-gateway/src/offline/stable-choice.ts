/** A stable 32-bit hash (FNV-1a with a final mix), the source of every choice among phrasings. */
export function stableHash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value ^= value >>> 16
  value = Math.imul(value, 0x45d9f3b)
  return (value ^ (value >>> 15)) >>> 0
}

/** One of the options, always the same for the same key. `options` must not be empty. */
export function choose<T>(options: readonly [T, ...T[]] | readonly T[], key: string): T {
  const option = options[stableHash(key) % options.length]
  if (option === undefined) throw new RangeError('nothing to choose from')
  return option
}
