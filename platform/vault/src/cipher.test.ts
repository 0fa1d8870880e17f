import { randomBytes } from 'node:crypto'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createCipher, vaultErrors, type Cell } from './index.ts'

const refused = expect.objectContaining({ code: vaultErrors.refused.code })
const dataKey = randomBytes(32)
const cipher = createCipher({ subject: 'user:1', dataKey })
const cell: Cell = { table: 'mirror_messages', column: 'body', row: '0198' }
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

function failureOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('cipher', () => {
  it('gives every text back exactly, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cipher.decrypt(cipher.encrypt(text, cell), cell)).toBe(text)
      }),
      { examples: [[''], ['\ud800'], ['a\udc00b'], ['\ufeffbom'], ['👩‍🚀\u0000']] },
    )
  })

  it('opens nothing of which any one bit was changed', () => {
    const sealed = cipher.encrypt('the very words', cell)
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Uint8Array.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(failureOf(() => cipher.decrypt(changed, cell))).toEqual(refused)
    }
  })

  it('opens nothing that was cut or lengthened', () => {
    const sealed = cipher.encrypt('the very words', cell)
    for (let length = 0; length < sealed.length; length += 1) {
      expect(failureOf(() => cipher.decrypt(sealed.subarray(0, length), cell))).toEqual(refused)
    }
    expect(failureOf(() => cipher.decrypt(Buffer.concat([sealed, Uint8Array.of(0)]), cell))).toEqual(refused)
  })

  it('opens nothing in another table, column, row, or for another subject or key', () => {
    const sealed = cipher.encrypt('mine', cell)
    const otherSubject = createCipher({ subject: 'user:2', dataKey })
    const otherKey = createCipher({ subject: 'user:1', dataKey: randomBytes(32) })
    const attempts = [
      () => cipher.decrypt(sealed, { ...cell, table: 'turns' }),
      () => cipher.decrypt(sealed, { ...cell, column: 'reframe' }),
      () => cipher.decrypt(sealed, { ...cell, row: '0199' }),
      () => otherSubject.decrypt(sealed, cell),
      () => otherKey.decrypt(sealed, cell),
    ]
    for (const attempt of attempts) expect(failureOf(attempt)).toEqual(refused)
  })

  it('does not mistake one place for another whose names join to the same text', () => {
    const label = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':'), minLength: 1, maxLength: 4 })
    const place = fc.record({ table: label, column: label, row: label })
    fc.assert(
      fc.property(place, place, (left, right) => {
        fc.pre(left.table !== right.table || left.column !== right.column || left.row !== right.row)
        expect(failureOf(() => cipher.decrypt(cipher.encrypt('x', left), right))).toEqual(refused)
      }),
    )
  })

  it('seals the same text differently each time', () => {
    const sealed = new Set(
      Array.from({ length: 1000 }, () => Buffer.from(cipher.encrypt('same', cell)).toString('hex')),
    )
    expect(sealed.size).toBe(1000)
  })

  it('has a key of its own: clearing the caller’s copy changes nothing', () => {
    const bytes = randomBytes(32)
    const own = createCipher({ subject: 'user:1', dataKey: bytes })
    const sealed = own.encrypt('kept', cell)
    bytes.fill(0)
    expect(own.decrypt(sealed, cell)).toBe('kept')
    expect(own.decrypt(own.encrypt('later', cell), cell)).toBe('later')
  })

  it('names no key, text or place in its errors', () => {
    const sealed = cipher.encrypt('the very words', cell)
    const error = failureOf(() => cipher.decrypt(sealed, { ...cell, row: 'row-7781' }))
    expect(JSON.stringify(error) + String(error)).not.toMatch(/the very words|row-7781/)
  })
})
