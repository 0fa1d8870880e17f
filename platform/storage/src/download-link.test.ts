import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { createDownloadLinks, storageErrors } from './index.ts'

const secret = randomBytes(32).toString('hex')
const invalid = expect.objectContaining({ code: storageErrors.link_invalid.code, kind: 'not_found' })

function setUp() {
  let now = 1_790_000_000_000
  const links = createDownloadLinks({ secret, clock: { now: () => now } })
  return { links, pass: (ms: number) => (now += ms) }
}

describe('download links', () => {
  it('open their key until they expire', () => {
    const { links, pass } = setUp()
    const token = links.sign('exports/u1/a.zip', 1000)
    expect(token).toMatch(/^[\w.-]+$/)
    expect(links.verify(token)).toBe('exports/u1/a.zip')
    pass(999)
    expect(links.verify(token)).toBe('exports/u1/a.zip')
    pass(1)
    const expired = expect.objectContaining({ code: storageErrors.link_expired.code, kind: 'gone' })
    expect(() => links.verify(token)).toThrow(expired)
  })

  it('open nothing when any character was changed', () => {
    const { links } = setUp()
    const token = links.sign('exports/u1/a.zip', 1000)
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A'
      expect(() => links.verify(token.slice(0, at) + other + token.slice(at + 1))).toThrow(invalid)
    }
  })

  it('open nothing made elsewhere', () => {
    const { links } = setUp()
    const other = createDownloadLinks({ secret: `${secret}x`, clock: { now: () => 0 } })
    for (const token of [other.sign('a', 1e15), '', '.', 'a.b', 'a.b.c', `${links.sign('a', 1000)}.x`]) {
      expect(() => links.verify(token)).toThrow(invalid)
    }
    expect(() => links.sign('../a', 1000)).toThrow(RangeError)
    expect(() => createDownloadLinks({ secret: 'short', clock: { now: () => 0 } })).toThrow(RangeError)
  })
})
