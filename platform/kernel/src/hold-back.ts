import type { Writable } from 'node:stream'

const held = new WeakSet<Writable>()

/** What is written to the stream before the process turns to its next event leaves in one packet: each costs a system call. */
export function holdBack(stream: Writable): void {
  if (held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}
