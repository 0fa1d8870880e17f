const signals = ['SIGTERM', 'SIGINT'] as const
/** Found on the listeners of every copy of this package in the process. */
const ours = Symbol.for('@coditect/license-client/signal')

type Release = () => Promise<unknown>

const releases = new Set<Release>()
let isListening = false

/**
 * Runs `release` when the process is asked to end. A host that listens as well decides itself when to end; otherwise
 * the signal does what it would have done, after the release. Returns what takes it back.
 */
export function releaseOnSignal(release: Release): () => void {
  releases.add(release)
  // First in line: a host's listener for once is still to be seen then.
  if (!isListening) for (const signal of signals) process.prependListener(signal, onSignal)
  isListening = true
  return () => {
    releases.delete(release)
    if (releases.size === 0) stopListening()
  }
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, onSignal)
  isListening = false
}

function dieOf(signal: NodeJS.Signals): void {
  stopListening()
  process.kill(process.pid, signal)
}

const onSignal = Object.assign(
  (signal: NodeJS.Signals): void => {
    const isHostListening = process.listeners(signal).some((listener) => !(ours in listener))
    const all = Promise.allSettled([...releases].map((release) => release()))
    if (isHostListening) return
    void all.then(() => dieOf(signal))
  },
  { [ours]: true },
)
