import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** The next number in [0, 1). */
export type Random = () => number

/** A stream of its own for each purpose, so that a draw added to one moves no other. */
export function seeded(seed: string, purpose: string): Random {
  const digest = createHash('sha256').update(`${purpose}\0${seed}`).digest()
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)))
  return () => uniformFloat64(generator)
}
