import type { EventEmitter } from 'node:events'

/** What asks a start to end: the first listener hears the first request, the next one a request made later. */
export interface StopRequests {
  onStop(listener: () => void): void
}

/** npm and the terminal send the same Ctrl-C twice; only a request after this long is a second one. */
const sameRequestMs = 2_000

/** Signals ask for a stop, and so does the loss of the process above, whose channel then closes. */
export function createStopRequests(
  source: EventEmitter,
  now = (): number => performance.now(),
): StopRequests {
  const listeners: (() => void)[] = []
  let last = Number.NEGATIVE_INFINITY
  let unheard = false
  const ask = (): void => {
    const isRepeat = now() - last < sameRequestMs
    last = now()
    if (isRepeat) return
    const listener = listeners.shift()
    if (listener) listener()
    else unheard = true
  }
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) source.on(event, ask)
  return {
    onStop(listener) {
      if (unheard) queueMicrotask(listener)
      else listeners.push(listener)
      unheard = false
    },
  }
}
