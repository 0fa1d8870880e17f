import type { Advice } from './advice.ts'
import { sources } from './sources.ts'

/** Id, title, body, minutes and what it rests on. */
export type Piece = readonly [string, string, string, number, keyof typeof sources]

export const piecesOf = (topic: Advice['topic'], pieces: readonly Piece[]): readonly Advice[] =>
  pieces.map(([id, title, body, minutes, source]) => ({
    id,
    topic,
    title,
    body,
    minutes,
    source: sources[source],
  }))
