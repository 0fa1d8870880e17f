import { createRandom, logNormal } from '../kit/random.ts'
import type { Endpoint } from './catalogue.ts'

export type LatencyMode = 'realistic' | 'none'

/** How long answers take: log-normal to the first token, then the endpoint's tokens per second. */
export interface Pace {
  mode: LatencyMode
  /** Milliseconds to the first token of the next answer. */
  firstToken(endpoint: Endpoint): number
  /** Milliseconds that so many tokens take. */
  tokens(endpoint: Endpoint, count: number): number
  reset(): void
}

const longest = 6000

export function createPace(initial: LatencyMode, seed: number): Pace {
  let random = createRandom(seed)
  const pace: Pace = {
    mode: initial,
    firstToken({ firstToken: { median, sigma } }) {
      return pace.mode === 'none' ? 0 : Math.min(longest, Math.round(logNormal(random, median, sigma)))
    },
    tokens({ tokensPerSecond }, count) {
      return pace.mode === 'none' ? 0 : (count * 1000) / tokensPerSecond
    },
    reset() {
      pace.mode = initial
      random = createRandom(seed)
    },
  }
  return pace
}
