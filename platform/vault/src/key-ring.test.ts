import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import {
  createCipher,
  createDataKeys,
  createKeyRing,
  createLocalKey,
  vaultErrors,
  type KeyEncryptionKey,
} from './index.ts'

const newKey = () => createLocalKey(randomBytes(32).toString('base64'))
const cell = { table: 't', column: 'c', row: '1' }
const code = (definition: { code: string }) => ({ code: definition.code })

describe('key ring', () => {
  it('wraps a data key for one subject only', async () => {
    const ring = createKeyRing({ current: 'k1', keys: { k1: newKey() } })
    const wrapped = await ring.generate('user:1')
    expect(await ring.unwrap(wrapped, 'user:1')).toHaveLength(32)
    await expect(ring.unwrap(wrapped, 'user:2')).rejects.toMatchObject(code(vaultErrors.refused))
    expect(await ring.generate('user:1')).not.toEqual(wrapped)
  })

  it('opens what older keys wrapped, and re-wraps the same data key under the current one', async () => {
    const [k1, k2] = [newKey(), newKey()]
    const before = createKeyRing({ current: 'k1', keys: { k1 } })
    const both = createKeyRing({ current: 'k2', keys: { k1, k2 } })
    const after = createKeyRing({ current: 'k2', keys: { k2 } })
    const old = await before.generate('user:1')
    const dataKey = await both.unwrap(old, 'user:1')
    const fresh = await both.rewrap(old, 'user:1')
    expect([both.keyIdOf(old), both.keyIdOf(fresh)]).toEqual(['k1', 'k2'])
    expect(await after.unwrap(fresh, 'user:1')).toEqual(dataKey)
    expect(await both.rewrap(fresh, 'user:1')).toBe(fresh)
    await expect(after.unwrap(old, 'user:1')).rejects.toMatchObject(code(vaultErrors.unknown_key))
    await expect(both.rewrap(old, 'user:2')).rejects.toMatchObject(code(vaultErrors.refused))
  })

  it('refuses a wrapped key of which any byte was changed', async () => {
    const ring = createKeyRing({ current: 'k1', keys: { k1: newKey(), k2: newKey() } })
    const wrapped = await ring.generate('user:1')
    for (let index = 0; index < wrapped.length; index += 1) {
      const changed = Uint8Array.from(wrapped)
      changed[index] = (changed[index] ?? 0) ^ 1
      await expect(ring.unwrap(changed, 'user:1')).rejects.toMatchObject({
        code: expect.stringMatching(/^vault\.(refused|unknown_key)$/),
      })
    }
  })

  it('refuses bad configuration without repeating it', () => {
    const bad = randomBytes(31).toString('base64')
    expect(() => createLocalKey(bad)).toThrow('key-encryption key must be 32 bytes in base64')
    expect(() => createLocalKey('not base64 at all, but long enough to look like')).toThrow(RangeError)
    expect(() => createKeyRing({ current: 'k9', keys: { k1: newKey() } })).toThrow(
      expect.objectContaining(code(vaultErrors.unknown_key)),
    )
    expect(() => createKeyRing({ current: 'constructor', keys: {} })).toThrow(
      expect.objectContaining(code(vaultErrors.unknown_key)),
    )
  })

  it('works over a key that only a key management service holds', async () => {
    const inner = newKey()
    let calls = 0
    const remote: KeyEncryptionKey = {
      wrap: (dataKey, aad) => inner.wrap(Uint8Array.from(dataKey), aad),
      unwrap: (wrapped, aad) => {
        calls += 1
        return inner.unwrap(wrapped, aad)
      },
    }
    const ring = createKeyRing({ current: 'kms-1', keys: { 'kms-1': remote } })
    const wrapped = await ring.generate('org:1')
    expect(await ring.unwrap(wrapped, 'org:1')).toHaveLength(32)
    expect(calls).toBe(1)
  })
})

async function setUp(max = 10) {
  const ring = createKeyRing({ current: 'k1', keys: { k1: newKey() } })
  const table = new Map<string, Uint8Array>()
  for (const subject of ['user:1', 'user:2', 'user:3']) table.set(subject, await ring.generate(subject))
  const loads: string[] = []
  let now = 0
  const keys = createDataKeys({
    load: async (subject) => {
      loads.push(subject)
      return table.get(subject) ?? null
    },
    keyRing: ring,
    clock: { now: () => now },
    cacheMs: 1000,
    max,
  })
  return { ring, table, loads, keys, pass: (ms: number) => (now += ms) }
}

describe('data keys', () => {
  it('loads a key once for many at the same time, and again when it has ended', async () => {
    const { keys, loads, pass } = await setUp()
    const ciphers = await Promise.all(Array.from({ length: 20 }, () => keys.cipherOf('user:1')))
    const sealed = ciphers[0]?.encrypt('text', cell) ?? new Uint8Array()
    expect(ciphers[19]?.decrypt(sealed, cell)).toBe('text')
    expect(loads).toEqual(['user:1'])
    pass(1000)
    expect((await keys.cipherOf('user:1')).decrypt(sealed, cell)).toBe('text')
    expect(loads).toEqual(['user:1', 'user:1'])
  })

  it('cannot read anything of a person whose key was destroyed', async () => {
    const { keys, table, ring } = await setUp()
    const early = await keys.cipherOf('user:1')
    const sealed = early.encrypt('text', cell)
    keys.forget('user:1')
    table.delete('user:1')
    const gone = { ...code(vaultErrors.key_destroyed), kind: 'gone' }
    await expect(keys.cipherOf('user:1')).rejects.toMatchObject(gone)
    expect(() => early.decrypt(sealed, cell)).toThrow(expect.objectContaining(gone))
    expect(() => early.encrypt('more', cell)).toThrow(expect.objectContaining(gone))
    table.set('user:1', await ring.generate('user:1'))
    const other = await keys.cipherOf('user:1')
    expect(() => other.decrypt(sealed, cell)).toThrow(expect.objectContaining(code(vaultErrors.refused)))
  })

  it('does not let a load that was under way bring a forgotten key back', async () => {
    const { ring, table } = await setUp()
    const { promise, resolve } = Promise.withResolvers<Uint8Array | null>()
    const wrapped = table.get('user:1') ?? null
    let isFirst = true
    const load = async () => {
      if (!isFirst) return null
      isFirst = false
      return promise
    }
    const keys = createDataKeys({ load, keyRing: ring, clock: { now: () => 0 }, cacheMs: 1000, max: 10 })
    const pending = keys.cipherOf('user:1')
    keys.forget('user:1')
    resolve(wrapped)
    await expect(pending).rejects.toMatchObject(code(vaultErrors.key_destroyed))
    await expect(keys.cipherOf('user:1')).rejects.toMatchObject(code(vaultErrors.key_destroyed))
  })

  it('holds at most so many keys, and drops the one unused for longest', async () => {
    const { keys, loads } = await setUp(2)
    for (const subject of ['user:1', 'user:2', 'user:1', 'user:3', 'user:1', 'user:2'])
      await keys.cipherOf(subject)
    expect(loads).toEqual(['user:1', 'user:2', 'user:3', 'user:2'])
  })

  it('tries again after a failed load', async () => {
    const { ring, table } = await setUp()
    let isAway = true
    const load = async (subject: string) => {
      if (isAway) throw new Error('database is away')
      return table.get(subject) ?? null
    }
    const keys = createDataKeys({ load, keyRing: ring, clock: { now: () => 0 }, cacheMs: 1000, max: 10 })
    await expect(keys.cipherOf('user:1')).rejects.toThrow('database is away')
    isAway = false
    await expect(keys.cipherOf('user:1')).resolves.toBeDefined()
  })

  it('clears the unwrapped bytes once the cipher is made', async () => {
    const unwrapped = randomBytes(32)
    const copy = Uint8Array.from(unwrapped)
    const keys = createDataKeys({
      load: async () => new Uint8Array(),
      keyRing: { unwrap: async () => unwrapped },
      clock: { now: () => 0 },
      cacheMs: 1000,
      max: 10,
    })
    const sealed = (await keys.cipherOf('user:1')).encrypt('text', cell)
    expect(unwrapped.every((byte) => byte === 0)).toBe(true)
    expect(createCipher({ subject: 'user:1', dataKey: copy }).decrypt(sealed, cell)).toBe('text')
  })
})
