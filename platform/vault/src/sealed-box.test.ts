import * as fc from 'fast-check'
import sodium from 'libsodium-wrappers'
import { describe, expect, it } from 'vitest'

import { joinKeyed, splitKeyed } from './bytes.ts'
import { createBoxOpener, createBoxSealer, generateBoxKeys, publicKeyOf, vaultErrors } from './index.ts'

const [first, second] = [generateBoxKeys(), generateBoxKeys()]
const sealer = createBoxSealer({ keyId: 'c1', publicKey: first.publicKey })
const opener = createBoxOpener({ privateKeys: { c1: first.privateKey, c2: second.privateKey } })
const binding = { user: 'u1', provider: 'todoist', generation: 3 }
const refused = expect.objectContaining({ code: vaultErrors.refused.code })

describe('sealed boxes', () => {
  it('give every text back exactly', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(text, (token) => {
        expect(opener.open(sealer.seal(token, binding), binding)).toBe(token)
      }),
    )
  })

  it('know the public half of a private key', () => {
    expect(publicKeyOf(first.privateKey)).toBe(first.publicKey)
  })

  it('refuse another user, provider or generation', () => {
    const sealed = sealer.seal('token', binding)
    const others = [
      { ...binding, user: 'u2' },
      { ...binding, provider: 'google' },
      { ...binding, generation: 2 },
    ]
    for (const other of others) expect(() => opener.open(sealed, other)).toThrow(refused)
  })

  it('refuse a box whose key id outside is not the one inside', () => {
    const forged = createBoxSealer({ keyId: 'c2', publicKey: first.publicKey }).seal('token', binding)
    const { payload } = splitKeyed(1, forged)
    expect(() => opener.open(joinKeyed(1, 'c1', payload), binding)).toThrow(refused)
  })

  it('refuse any changed or missing byte', () => {
    const sealed = sealer.seal('token', binding)
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => opener.open(changed, binding)).toThrow(/vault\.(refused|unknown_key)/)
      expect(() => opener.open(sealed.subarray(0, index), binding)).toThrow(/vault\.(refused|unknown_key)/)
    }
  })

  it('refuse what was sealed to the key by something else', () => {
    const raw = sodium.crypto_box_seal('just text', Buffer.from(first.publicKey, 'base64'))
    expect(() => opener.open(joinKeyed(1, 'c1', raw), binding)).toThrow(refused)
  })

  it('open with any key of the ring and say which one is needed', () => {
    const sealed = createBoxSealer({ keyId: 'c2', publicKey: second.publicKey }).seal('token', binding)
    expect(opener.keyIdOf(sealed)).toBe('c2')
    expect(opener.open(sealed, binding)).toBe('token')
    const old = createBoxOpener({ privateKeys: { c1: first.privateKey } })
    const unknown = expect.objectContaining({ code: vaultErrors.unknown_key.code })
    expect(() => old.open(sealed, binding)).toThrow(unknown)
  })
})
