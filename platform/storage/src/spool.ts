import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

import { AppError } from '@triptych/kernel'

import { storageErrors, unavailable } from './errors.ts'
import type { PutOptions } from './storage.ts'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The pieces of a body until the signal ends it, even while the body gives nothing. */
async function* untilAborted(
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  aborted.catch(() => {})
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const iterator = pieces[Symbol.asyncIterator]()
  try {
    while (true) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', stop)
    // Not awaited: a body that gives nothing may never answer.
    iterator.return?.().catch(() => {})
  }
}

/** Writes a body to a fresh file, counting and hashing it. A failure of the body itself is passed on as it is. */
export async function spool(
  file: FileHandle,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  { maxBytes, signal }: PutOptions,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const pieces = body instanceof Uint8Array ? once(body) : body
  for await (const piece of signal === undefined ? pieces : untilAborted(pieces, signal)) {
    size += piece.length
    if (size > maxBytes) throw new AppError(storageErrors.too_large)
    hash.update(piece)
    await file.writeFile(piece).catch((error: unknown) => {
      throw unavailable(error)
    })
  }
  return { size, sha256: hash.digest('hex') }
}
