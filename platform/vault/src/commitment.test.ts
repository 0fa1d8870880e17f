import { randomBytes } from 'node:crypto'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { commit, openForDeployment, sealForDeployment, vaultErrors } from './index.ts'

const key = randomBytes(32)
const hex = (fields: Parameters<typeof commit>[1]) => Buffer.from(commit(key, fields)).toString('hex')

const canonical = (record: Record<string, unknown>) =>
  Object.entries(record)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, item]) => [name, typeof item, String(item)])

describe('commitments', () => {
  it('do not depend on the order of fields', () => {
    expect(hex({ actor: 'a', at: 1, ip: null })).toBe(hex({ ip: null, at: 1, actor: 'a' }))
  })

  it('differ whenever a name, type or value differs', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
      fc.bigInt({ min: 0n, max: 2n }),
      fc.boolean(),
      fc.constant(null),
    )
    const fields = fc.dictionary(fc.string({ maxLength: 2 }), value, { maxKeys: 3 })
    fc.assert(
      fc.property(fields, fields, (left, right) => {
        const isSame = JSON.stringify(canonical(left)) === JSON.stringify(canonical(right))
        expect(hex(left) === hex(right)).toBe(isSame)
      }),
      {
        examples: [
          [{ a: 1 }, { a: '1' }],
          [{ a: 'bc' }, { ab: 'c' }],
          [{ a: 1 }, { a: 1n }],
          [{ a: null }, { a: 'null' }],
        ],
      },
    )
  })

  it('tell bytes from text, and lone surrogates from each other', () => {
    expect(hex({ a: Buffer.from('x') })).not.toBe(hex({ a: 'x' }))
    expect(hex({ a: '\ud800' })).not.toBe(hex({ a: '\ud801' }))
  })

  it('hold only under their key', () => {
    expect(commit(key, { a: 1 })).toEqual(commit(key, { a: 1 }))
    expect(commit(randomBytes(32), { a: 1 })).not.toEqual(commit(key, { a: 1 }))
    expect(() => commit(randomBytes(16), { a: 1 })).toThrow(RangeError)
  })
})

describe('deployment seal', () => {
  const secret = randomBytes(32).toString('base64')
  const deployment = { secret, purpose: 'identity.signing-key' }
  const refused = expect.objectContaining({ code: vaultErrors.refused.code })

  it('opens under the same secret and purpose only', () => {
    const sealed = sealForDeployment(deployment, 'private')
    expect(openForDeployment(deployment, sealed)).toBe('private')
    expect(() => openForDeployment({ secret, purpose: 'other' }, sealed)).toThrow(refused)
    expect(() => openForDeployment({ ...deployment, secret: `${secret}x` }, sealed)).toThrow(refused)
  })

  it('refuses any changed byte, and a short secret', () => {
    const sealed = sealForDeployment(deployment, 'private')
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 0x80
      expect(() => openForDeployment(deployment, changed)).toThrow(refused)
    }
    expect(() => sealForDeployment({ secret: 'short', purpose: 'p' }, 'x')).toThrow(RangeError)
  })
})
