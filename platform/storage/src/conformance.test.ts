import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startS3 } from '../test/s3-server.ts'
import { createFileStorage, storageErrors, type Storage } from './index.ts'

interface Lane {
  storage: Storage
  /** Names of what an unfinished upload left on disk. */
  leftovers(): Promise<string[]>
  dispose(): Promise<void>
}

async function fileLane(): Promise<Lane> {
  const dir = await mkdtemp(join(tmpdir(), 'triptych-files-'))
  const storage = await createFileStorage({ dir })
  return {
    storage,
    leftovers: () => readdir(join(dir, 'unfinished')),
    dispose: () => rm(dir, { recursive: true, force: true }),
  }
}

async function s3Lane(): Promise<Lane> {
  const s3 = await startS3({ isStrict: false })
  return { storage: s3.storage, leftovers: () => readdir(s3.spoolDir), dispose: () => s3.dispose() }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const options = { contentType: 'application/zip', maxBytes: 10_000_000 }
const tooLarge = { code: storageErrors.too_large.code, kind: 'too_large' }

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* cutAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
  throw new Error('the client went away')
}

/** Gives one piece, then nothing more; its reader is stopped while it waits. */
function stalling(reader: AbortController): Readable {
  let isFirst = true
  return new Readable({
    read() {
      if (!isFirst) setImmediate(() => reader.abort(new Error('stopped by the caller')))
      else this.push(randomBytes(100))
      isFirst = false
    },
  })
}

describe.each([
  { name: 'files', open: fileLane },
  { name: 's3', open: s3Lane },
])('storage on $name', ({ open }) => {
  let lane: Lane
  let storage: Storage
  beforeAll(async () => {
    lane = await open()
    storage = lane.storage
  })
  afterAll(() => lane.dispose())

  const read = async (key: string) => {
    const found = await storage.get(key)
    return found === null ? null : buffer(found.body)
  }

  it('gives bytes and streams back as they were, with what is known of them', async () => {
    const body = randomBytes(300_000)
    const metadata = { 'made-for': 'Zoë 👩‍🚀\n"x"', empty: '' }
    const before = Date.now() - 2000
    const stored = await storage.put('exports/one.zip', pieces(body, 7777), { ...options, metadata })
    expect(stored).toEqual({ size: body.length, sha256: sha256(body) })
    const found = await storage.get('exports/one.zip')
    expect(found).toMatchObject({
      ...stored,
      key: 'exports/one.zip',
      contentType: 'application/zip',
      metadata,
    })
    expect(found?.storedAt).toBeGreaterThan(before)
    expect(sha256(await buffer(found?.body ?? Readable.from([])))).toBe(sha256(body))
    const { body: _, ...known } = found ?? { body: null }
    expect(await storage.head('exports/one.zip')).toEqual(known)
    await storage.put('exports/two.zip', body, options)
    expect(sha256((await read('exports/two.zip')) ?? Buffer.alloc(0))).toBe(sha256(body))
  })

  it('keeps an empty body and any other small one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
        await storage.put('small', bytes, options)
        expect(await read('small')).toEqual(Buffer.from(bytes))
        expect(await storage.head('small')).toMatchObject({
          size: bytes.length,
          sha256: sha256(bytes),
          metadata: {},
        })
      }),
      { numRuns: 25, examples: [[new Uint8Array()]] },
    )
  })

  it('says null for what is not there, and deletes it without complaint', async () => {
    expect(await storage.get('nothing')).toBeNull()
    expect(await storage.head('nothing')).toBeNull()
    await storage.delete('nothing')
    await storage.put('gone', Buffer.from('x'), options)
    await storage.delete('gone')
    expect(await storage.get('gone')).toBeNull()
    expect(await Array.fromAsync(storage.list('gone'))).toEqual([])
  })

  it('lists by prefix, and holds a key beside keys below it', async () => {
    const keys = ['u1/a', 'u1/a-b', 'u1/a/b', 'u1/c', 'u10/a', 'u2/a']
    for (const key of keys) await storage.put(key, Buffer.from(key), options)
    const list = async (prefix: string) => (await Array.fromAsync(storage.list(prefix))).sort()
    expect(await list('u1/')).toEqual(['u1/a', 'u1/a-b', 'u1/a/b', 'u1/c'])
    expect(await list('u1')).toEqual(['u1/a', 'u1/a-b', 'u1/a/b', 'u1/c', 'u10/a'])
    expect(await list('')).toEqual(expect.arrayContaining(keys))
    for (const key of keys) expect((await read(key))?.toString()).toBe(key)
  })

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    '../a',
    'a/../b',
    'a/./b',
    'a/.hidden',
    'a\\b',
    'a\u0000',
    'A',
    'ä',
    'a b',
    'a+b',
    'a\n',
    '%2e%2e',
    'a'.repeat(201),
  ])('refuses the key %j everywhere', async (key) => {
    await expect(storage.put(key, Buffer.from('x'), options)).rejects.toThrow(RangeError)
    await expect(storage.get(key)).rejects.toThrow(RangeError)
    await expect(storage.head(key)).rejects.toThrow(RangeError)
    await expect(storage.delete(key)).rejects.toThrow(RangeError)
  })

  it('refuses a prefix that climbs out', async () => {
    for (const prefix of ['../', '/', '..', 'a/..']) {
      await expect(Array.fromAsync(storage.list(prefix))).rejects.toThrow(RangeError)
    }
  })

  it('takes a body of just the bound and refuses a longer one, leaving nothing', async () => {
    const bounded = { ...options, maxBytes: 1000 }
    await storage.put('bounded', pieces(randomBytes(1000), 300), bounded)
    await expect(storage.put('longer', pieces(randomBytes(1001), 300), bounded)).rejects.toMatchObject(
      tooLarge,
    )
    await expect(storage.put('longer', randomBytes(1001), bounded)).rejects.toMatchObject(tooLarge)
    expect(await storage.head('longer')).toBeNull()
    expect(await lane.leftovers()).toEqual([])
  })

  it('leaves what was there, and nothing else, when the upload is cut or stopped', async () => {
    const first = Buffer.from('first')
    await storage.put('kept', first, options)
    await expect(storage.put('kept', cutAfter(randomBytes(70_000)), options)).rejects.toThrow(
      'the client went away',
    )
    const caller = new AbortController()
    const stopped = storage.put('kept', stalling(caller), { ...options, signal: caller.signal })
    await expect(stopped).rejects.toThrow('stopped by the caller')
    const late = storage.put('kept', first, { ...options, signal: caller.signal })
    await expect(late).rejects.toThrow('stopped by the caller')
    expect(await read('kept')).toEqual(first)
    await expect(storage.put('never', cutAfter(randomBytes(10)), options)).rejects.toThrow()
    expect(await Array.fromAsync(storage.list('never'))).toEqual([])
    expect(await lane.leftovers()).toEqual([])
  })

  it('replaces an object whole, whoever writes and reads at the same time', async () => {
    const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(150_000, index))
    await storage.put('busy', bodies[0] ?? Buffer.alloc(0), options)
    const writes = bodies.map((body) => storage.put('busy', pieces(body, 9999), options))
    const reads = Array.from({ length: 8 }, async () => {
      const found = await storage.get('busy')
      return { expected: found?.sha256, actual: sha256(await buffer(found?.body ?? Readable.from([]))) }
    })
    for (const { expected, actual } of await Promise.all(reads)) expect(actual).toBe(expected)
    await Promise.all(writes)
    expect(bodies.map((body) => sha256(body))).toContain((await storage.head('busy'))?.sha256)
  })

  it('lets a reader leave early', async () => {
    const found = await storage.get('busy')
    found?.body.destroy()
    if (found?.body.closed === false) await once(found.body, 'close')
    expect(await storage.head('busy')).not.toBeNull()
  })

  it('is up', async () => {
    expect(await storage.ping()).toBe('up')
  })
})
