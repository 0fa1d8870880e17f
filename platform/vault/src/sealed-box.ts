import sodium, { ready } from 'libsodium-wrappers'

import {
  decodeKey,
  decodeText,
  encodeText,
  joinKeyed,
  joinPrefixed,
  labelBytes,
  splitKeyed,
  splitPrefixed,
} from './bytes.ts'
import { refused, unknownKey } from './errors.ts'

await ready

/** Whose secret it is. Kept inside the box and compared after opening: a row moved between people is refused. */
export interface BoxBinding {
  user: string
  provider: string
  /** Counts the versions of the secret, so that an old row put back is refused. */
  generation: number
}

export interface BoxSealer {
  seal(plaintext: string, binding: BoxBinding): Uint8Array
}

export interface BoxOpener {
  /** Fails with `vault.refused` unless the box is whole and was sealed for this very binding. */
  open(sealed: Uint8Array, binding: BoxBinding): string
  /** The id of the key it is sealed to: how a rotation finds what is left to do. */
  keyIdOf(sealed: Uint8Array): string
}

const version = 1
const context = Buffer.from('triptych/box/1')

const base64Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A fresh pair, both 32 bytes in base64. */
export function generateBoxKeys(): { publicKey: string; privateKey: string } {
  const pair = sodium.crypto_box_keypair()
  return { publicKey: base64Of(pair.publicKey), privateKey: base64Of(pair.privateKey) }
}

/** The public half of a private key, both in base64: 32 random bytes are a private key. */
export const publicKeyOf = (privateKey: string): string =>
  base64Of(sodium.crypto_scalarmult_base(decodeKey('private key', privateKey)))

function bindingParts(keyId: string, { user, provider, generation }: BoxBinding): Uint8Array[] {
  if (!Number.isSafeInteger(generation)) throw new RangeError('generation must be a whole number')
  return [
    context,
    labelBytes('key id', keyId),
    labelBytes('user', user),
    labelBytes('provider', provider),
    Buffer.from(String(generation)),
  ]
}

/** Writers need only the public key: what they seal they cannot read back. */
export function createBoxSealer({ keyId, publicKey }: { keyId: string; publicKey: string }): BoxSealer {
  const recipient = decodeKey('public key', publicKey)
  return {
    seal(plaintext, binding) {
      const { encoding, bytes } = encodeText(plaintext)
      const inner = joinPrefixed([...bindingParts(keyId, binding), Uint8Array.of(encoding), bytes])
      try {
        return joinKeyed(version, keyId, sodium.crypto_box_seal(inner, recipient))
      } finally {
        bytes.fill(0)
        inner.fill(0)
      }
    },
  }
}

/** `privateKeys` by key id; boxes sealed to any of them open. */
export function createBoxOpener({
  privateKeys,
}: {
  privateKeys: Readonly<Record<string, string>>
}): BoxOpener {
  const pairs = new Map(
    Object.entries(privateKeys).map(([keyId, base64]) => {
      const privateKey = decodeKey('private key', base64)
      return [keyId, { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) }]
    }),
  )

  const unseal = (keyId: string, payload: Uint8Array): Uint8Array => {
    const pair = pairs.get(keyId)
    if (pair === undefined) throw unknownKey(keyId)
    try {
      return sodium.crypto_box_seal_open(payload, pair.publicKey, pair.privateKey)
    } catch (error) {
      throw refused(error)
    }
  }

  return {
    open(sealed, binding) {
      const { keyId, payload } = splitKeyed(version, sealed)
      const inner = unseal(keyId, payload)
      try {
        const expected = bindingParts(keyId, binding)
        const parts = splitPrefixed(inner, expected.length + 2)
        const [encoding, bytes] = parts.slice(expected.length)
        const isBound = expected.every((part, index) => Buffer.compare(part, parts[index] ?? context) === 0)
        if (!isBound || encoding?.[0] === undefined || bytes === undefined) throw refused()
        return decodeText(encoding[0], bytes)
      } finally {
        inner.fill(0)
      }
    },
    keyIdOf: (sealed) => splitKeyed(version, sealed).keyId,
  }
}
