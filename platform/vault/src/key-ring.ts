import { createSecretKey, randomBytes } from 'node:crypto'

import { openBytes, sealBytes } from './aes-gcm.ts'
import { decodeKey, joinKeyed, joinPrefixed, labelBytes, splitKeyed } from './bytes.ts'
import { unknownKey } from './errors.ts'

/** A key-encryption key: local, or one that never leaves a key management service. */
export interface KeyEncryptionKey {
  /** `aad` must be presented again to unwrap. */
  wrap(dataKey: Uint8Array, aad: Uint8Array): Promise<Uint8Array>
  /** Fails with `vault.refused` when the bytes or the aad are not those of `wrap`. */
  unwrap(wrapped: Uint8Array, aad: Uint8Array): Promise<Uint8Array>
}

/** Wraps data keys under the current key; opens what any key of the ring wrapped. */
export interface KeyRing {
  /** The id of the key that wraps from now on. */
  readonly currentKeyId: string
  /** A new random data key for the subject, wrapped; it is the caller's to store. */
  generate(subject: string): Promise<Uint8Array>
  /** The 32 bytes of a data key. Clear them after use. */
  unwrap(wrapped: Uint8Array, subject: string): Promise<Uint8Array>
  /** The same data key under the current key; the input itself when it is already. */
  rewrap(wrapped: Uint8Array, subject: string): Promise<Uint8Array>
  /** The id of the key that wrapped it: how a rotation finds what is left to do. */
  keyIdOf(wrapped: Uint8Array): string
}

const version = 1
const context = Buffer.from('triptych/data-key/1')

/** A key-encryption key given as 32 bytes in base64. */
export function createLocalKey(base64: string): KeyEncryptionKey {
  const bytes = decodeKey('key-encryption key', base64)
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return {
    wrap: async (dataKey, aad) => sealBytes(key, dataKey, aad),
    unwrap: async (wrapped, aad) => openBytes(key, wrapped, aad),
  }
}

const keyIdOf = (wrapped: Uint8Array) => splitKeyed(version, wrapped).keyId

const aadOf = (keyId: string, subject: string) =>
  joinPrefixed([context, labelBytes('key id', keyId), labelBytes('subject', subject)])

/** `keys` by id; `current` is the id that wraps from now on. Ids are stored beside what they wrapped. */
export function createKeyRing({
  current,
  keys,
}: {
  current: string
  keys: Readonly<Record<string, KeyEncryptionKey>>
}): KeyRing {
  const find = (keyId: string): KeyEncryptionKey => {
    const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined
    if (key === undefined) throw unknownKey(keyId)
    return key
  }
  const currentKey = find(current)

  const wrap = async (dataKey: Uint8Array, subject: string) => {
    try {
      return joinKeyed(version, current, await currentKey.wrap(dataKey, aadOf(current, subject)))
    } finally {
      dataKey.fill(0)
    }
  }
  const unwrap = async (wrapped: Uint8Array, subject: string) => {
    const { keyId, payload } = splitKeyed(version, wrapped)
    return find(keyId).unwrap(payload, aadOf(keyId, subject))
  }

  return {
    currentKeyId: current,
    generate: (subject) => wrap(randomBytes(32), subject),
    unwrap,
    rewrap: async (wrapped, subject) =>
      keyIdOf(wrapped) === current ? wrapped : wrap(await unwrap(wrapped, subject), subject),
    keyIdOf,
  }
}
