import type { Clock } from '../../src/clock.ts'

interface Timer {
  readonly at: number
  readonly action: () => void
}

/** A machine's clocks, moved by hand: one that its user sets, one that counts sleep, one that timers go by. */
export class FakeClock implements Clock {
  #wall: number
  #elapsed = 0
  #awake = 0
  readonly #timers = new Set<Timer>()

  constructor(wall: number) {
    this.#wall = wall
  }

  now(): number {
    return this.#wall
  }

  elapsed(): number {
    return this.#elapsed
  }

  timer(ms: number, action: () => void): () => void {
    const timer = { at: this.#awake + ms, action }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  get hasTimers(): boolean {
    return this.#timers.size > 0
  }

  /** Milliseconds until the next timer. */
  get nextInMs(): number | undefined {
    const next = this.#next()
    return next && Math.max(0, next.at - this.#awake)
  }

  /** Goes on by so much; a timer that is due runs. */
  pass(ms: number): void {
    this.#wall += ms
    this.#elapsed += ms
    this.#awake += ms
    for (let next = this.#next(); next !== undefined && next.at <= this.#awake; next = this.#next()) {
      this.#timers.delete(next)
      next.action()
    }
  }

  /** The lid is closed for so long: timers stand still. */
  sleep(ms: number): void {
    this.#wall += ms
    this.#elapsed += ms
  }

  /** Somebody sets the clock. */
  set(byMs: number): void {
    this.#wall += byMs
  }

  #next(): Timer | undefined {
    return [...this.#timers].reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    )
  }
}
