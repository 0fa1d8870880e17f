import type { Clock } from '@triptych/kernel'

import { createCipher, type Cipher } from './cipher.ts'
import { keyDestroyed } from './errors.ts'
import type { KeyRing } from './key-ring.ts'

export interface DataKeysOptions {
  /** The subject's wrapped data key from its table; null when there is none (never made, or destroyed). */
  load: (subject: string) => Promise<Uint8Array | null>
  keyRing: Pick<KeyRing, 'unwrap'>
  clock: Clock
  /** How long an unwrapped key serves: the bound on how long other processes can read after a key was destroyed. */
  cacheMs: number
  /** Most keys held at once; the one unused for longest goes first. */
  max: number
}

export interface DataKeys {
  /** The subject's cipher, for one piece of work: ask again for the next. Fails with `vault.key_destroyed` without a key. */
  cipherOf(subject: string): Promise<Cipher>
  /** Drops the key now, before it is destroyed in the table: ciphers already handed out refuse from here on. */
  forget(subject: string): void
}

interface Entry {
  cipher: Promise<Cipher>
  expiresAt: number
  isForgotten: boolean
}

/** Refuses to work once its entry was forgotten, so that erasure also reaches work under way. */
function guarded(cipher: Cipher, entry: Entry): Cipher {
  const require = () => {
    if (entry.isForgotten) throw keyDestroyed()
  }
  return {
    encrypt(text, cell) {
      require()
      return cipher.encrypt(text, cell)
    },
    decrypt(sealed, cell) {
      require()
      return cipher.decrypt(sealed, cell)
    },
  }
}

/**
 * A small cache of unwrapped data keys; concurrent first uses share one load. The bytes of a key are cleared at once:
 * it lives in a key object outside the heap, which is cleared when nothing holds it any more.
 */
export function createDataKeys({ load, keyRing, clock, cacheMs, max }: DataKeysOptions): DataKeys {
  const entries = new Map<string, Entry>()

  const open = async (subject: string): Promise<Cipher> => {
    const wrapped = await load(subject)
    if (wrapped === null) throw keyDestroyed()
    const dataKey = await keyRing.unwrap(wrapped, subject)
    try {
      return createCipher({ subject, dataKey })
    } finally {
      dataKey.fill(0)
    }
  }

  const start = (subject: string): Entry => {
    const entry: Entry = { cipher: open(subject), expiresAt: clock.now() + cacheMs, isForgotten: false }
    entry.cipher.catch(() => {
      if (entries.get(subject) === entry) entries.delete(subject)
    })
    return entry
  }

  const dropUnused = () => {
    const now = clock.now()
    for (const [subject, entry] of entries) if (entry.expiresAt <= now) entries.delete(subject)
    for (const subject of entries.keys()) {
      if (entries.size <= max) break
      entries.delete(subject)
    }
  }

  return {
    async cipherOf(subject) {
      const held = entries.get(subject)
      const entry = held !== undefined && held.expiresAt > clock.now() ? held : start(subject)
      entries.delete(subject)
      entries.set(subject, entry)
      if (entry !== held) dropUnused()
      const cipher = await entry.cipher
      if (entry.isForgotten) throw keyDestroyed()
      return guarded(cipher, entry)
    },
    forget(subject) {
      const entry = entries.get(subject)
      if (entry !== undefined) entry.isForgotten = true
      entries.delete(subject)
    },
  }
}
