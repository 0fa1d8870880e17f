/** One try of a request: how long to wait before it, and how long for its answer. */
export interface Try {
  readonly delayMs: number
  readonly timeoutMs: number
}

/** A try and three retries with exponential back-off take 54 of the 60 seconds between a beat and the seat's end. */
const shape: readonly Try[] = [
  { delayMs: 0, timeoutMs: 10_000 },
  { delayMs: 2_000, timeoutMs: 10_000 },
  { delayMs: 4_000, timeoutMs: 10_000 },
  { delayMs: 8_000, timeoutMs: 10_000 },
]
const shapeRoomMs = 60_000

/** How much earlier than its interval a beat may come: clients that started together drift apart. */
const beatJitter = 0.1
const delayJitter = 0.2

/** The tries that fit into this room; shorter in proportion where there is less than a minute. */
export function triesWithin(roomMs: number, random: () => number): Try[] {
  const scale = Math.min(1, roomMs / shapeRoomMs)
  return shape.map(({ delayMs, timeoutMs }) => ({
    delayMs: Math.round(delayMs * scale * (1 - delayJitter * random())),
    timeoutMs: Math.round(timeoutMs * scale),
  }))
}

/** Only the first of them. */
export const oneTryWithin = (roomMs: number): Try[] => [
  { delayMs: 0, timeoutMs: Math.round((shape[0]?.timeoutMs ?? 0) * Math.min(1, roomMs / shapeRoomMs)) },
]

export const beatDelay = (intervalMs: number, random: () => number): number =>
  intervalMs * (1 - beatJitter * random())
