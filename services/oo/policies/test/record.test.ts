import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  candidateSetHash,
  canonicalJson,
  contextHash,
  decide,
  decisionRecord,
  policies,
  replay,
  sha256,
} from '../src/index.ts'
import { anyInput, learnt, situation } from './situations.ts'

const parse = (bytes: Uint8Array): { input: unknown } =>
  JSON.parse(new TextDecoder().decode(bytes)) as { input: unknown }

describe('the canonical form', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null, left: undefined })).toBe(
      '{"a":null,"b":[{"c":2,"d":1}]}',
    )
  })

  it('writes any finite number so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (one) => {
        expect(JSON.parse(canonicalJson([one]))).toEqual([one + 0])
        expect(canonicalJson(one)).toBe(canonicalJson(JSON.parse(canonicalJson(one))))
      }),
    )
  })

  it.each([[Number.NaN], [[1, Infinity]], [{ a: [-Infinity] }]])('refuses %j', (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError)
  })

  it('hashes as SHA-256 is published', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('the hashes', () => {
  const input = situation('random', 3)

  it('is of the set of candidates, not of their order', () => {
    const turned = { ...input, candidates: input.candidates.toReversed() }
    expect(candidateSetHash(turned)).toBe(candidateSetHash(input))
    expect(candidateSetHash({ ...input, candidates: input.candidates.slice(1) })).not.toBe(
      candidateSetHash(input),
    )
  })

  it('is of the context, not of the order of its keys', () => {
    expect(contextHash({ a: 1, b: 2 })).toBe(contextHash({ b: 2, a: 1 }))
    expect(contextHash({ a: 1, b: 2 })).not.toBe(contextHash({ a: 2, b: 1 }))
  })
})

describe('a replay', () => {
  it('reproduces the bytes, whatever order a store gave the keys', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const record = decisionRecord(input, decide(input))
        const stored = parse(record)
        const turned = Object.fromEntries(Object.entries(stored.input as object).toReversed())
        expect(replay({ input: turned })).toEqual(record)
      }),
      { numRuns: 100 },
    )
  })

  it('shows an altered row', () => {
    const input = situation('priority', 5)
    const record = decisionRecord(input, decide(input))
    const stored = parse(record) as { input: { candidates: { features: number[] }[] } }
    stored.input.candidates[2]?.features.splice(0, 1, 0.123)
    expect(replay(stored)).not.toEqual(record)
  })

  it('reproduces the bytes in another process', () => {
    const records = [...policies.keys()].flatMap((name) =>
      [1, 40, 1_000].map((size) => {
        const input = situation(name, size, { state: learnt(name, 30), seed: `${name} ${size}` })
        return decisionRecord(input, decide(input))
      }),
    )
    const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'replay-process.ts')], {
      input: `[${records.map((record) => new TextDecoder().decode(record)).join(',')}]`,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    expect(JSON.parse(answer)).toEqual(records.map((record) => sha256(record)))
  })
})
