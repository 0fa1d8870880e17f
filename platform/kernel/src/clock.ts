import { v7 } from 'uuid'

/** Time as an argument: epoch milliseconds. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** The source of row and event ids (UUIDv7: sortable by creation). */
export type NewId = () => string

export const newId: NewId = () => v7()

export const isoTime = (clock: Clock): string => new Date(clock.now()).toISOString()
