import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

import { refused } from './errors.ts'

const nonceLength = 12
const tagLength = 16

/** Nonce, ciphertext and tag. The nonce is random: one key may seal at most 2^32 values (NIST SP 800-38D, 8.3). */
export function sealBytes(key: KeyObject, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(aad)
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** The plaintext; anything changed, cut or sealed under another key or binding is refused. */
export function openBytes(key: KeyObject, sealed: Uint8Array, aad: Uint8Array): Uint8Array {
  const tagStart = sealed.length - tagLength
  if (tagStart < nonceLength) throw refused()
  const nonce = sealed.subarray(0, nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(tagStart))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceLength, tagStart)), decipher.final()])
  } catch (error) {
    throw refused(error)
  }
}
