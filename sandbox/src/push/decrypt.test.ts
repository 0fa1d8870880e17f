import { describe, expect, it } from 'vitest'
import { decryptPush } from './decrypt.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')

// RFC 8291, section 5.
const keys = {
  privateKey: bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'),
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
}
const body = bytes(
  'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
)

describe('decryptPush', () => {
  it('opens the example of the RFC', () => {
    expect(decryptPush(body, keys).toString()).toBe('When I grow up, I want to be a watermelon')
  })

  it('opens nothing that was changed or made for somebody else', () => {
    const changed = Buffer.from(body)
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1
    expect(() => decryptPush(changed, keys)).toThrow()
    expect(() => decryptPush(body, { ...keys, auth: Buffer.alloc(16) })).toThrow()
  })
})
