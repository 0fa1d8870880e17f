/** A program may send a hash of its machine and no name; in groups of four it can be compared and said aloud. */
export const machineCode = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? hash
