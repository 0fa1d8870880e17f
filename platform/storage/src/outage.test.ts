import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { afterEach, describe, expect, it } from 'vitest'

import { startS3 } from '../test/s3-server.ts'
import { createFileStorage, createS3Storage, storageErrors } from './index.ts'

const away = { code: storageErrors.unavailable.code, kind: 'unavailable' }
const options = { contentType: 'text/plain', maxBytes: 1000 }
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'triptych-storage-'))
  open.push(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A server that answers every connection in its own way. */
async function s3At(answer: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => answer(socket))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(async () => server.close())
  const { port } = server.address() as AddressInfo
  return createS3Storage({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'b',
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
    forcePathStyle: true,
  })
}

describe('storage on s3', () => {
  it('signs what it sends, and is refused with another secret', async () => {
    const s3 = await startS3({ isStrict: true })
    open.push(() => s3.dispose())
    const { storage } = s3
    async function* body() {
      yield Buffer.from('signed ')
      yield Buffer.from('text')
    }
    await storage.put('a/b', body(), { ...options, metadata: { 'made-for': 'Zoë' } })
    expect((await buffer((await storage.get('a/b'))?.body ?? Readable.from([]))).toString()).toBe(
      'signed text',
    )
    const stranger = s3.connect('wrong')
    await expect(stranger.put('a/b', Buffer.from('x'), options)).rejects.toMatchObject(away)
    await expect(stranger.get('a/b')).rejects.toMatchObject(away)
    const large = { ...options, maxBytes: 20_000_000 }
    await storage.put('large', Buffer.alloc(9_000_000, 7), large)
    expect(await storage.head('large')).toMatchObject({ size: 9_000_000 })
    await storage.delete('a/b')
    expect(await storage.head('a/b')).toBeNull()
  })
})

describe('storage on s3 while it is away', () => {
  it('fails typed and is down, on every operation', async () => {
    const storage = await s3At((socket) => socket.destroy())
    await expect(storage.put('a', Buffer.from('x'), options)).rejects.toMatchObject(away)
    await expect(storage.get('a')).rejects.toMatchObject(away)
    await expect(storage.head('a')).rejects.toMatchObject(away)
    await expect(storage.delete('a')).rejects.toMatchObject(away)
    await expect(Array.fromAsync(storage.list(''))).rejects.toMatchObject(away)
    expect(await storage.ping()).toBe('down')
  })

  it('fails the reader when the body is cut, so that half an object is never taken for a whole one', async () => {
    const head = [
      'HTTP/1.1 200 OK',
      'content-length: 100',
      'x-amz-meta-sha256: 00',
      'x-amz-meta-metadata: %7B%7D',
    ]
    const storage = await s3At((socket) =>
      socket.write(`${head.join('\r\n')}\r\n\r\nhalf`, () => socket.destroy()),
    )
    const found = await storage.get('a')
    expect(found?.size).toBe(100)
    await expect(buffer(found?.body ?? Readable.from([]))).rejects.toMatchObject(away)
  })
})

describe('storage on files with trouble', () => {
  it('removes at the start what was not finished, and keeps the rest', async () => {
    const dir = await tempDir()
    await (await createFileStorage({ dir })).put('kept', Buffer.from('x'), options)
    await writeFile(join(dir, 'unfinished', 'half'), 'private text')
    const storage = await createFileStorage({ dir })
    expect(await readdir(join(dir, 'unfinished'))).toEqual([])
    expect(await storage.head('kept')).toMatchObject({ size: 1 })
  })

  it('says that a damaged file is one, instead of giving half of it', async () => {
    const dir = await tempDir()
    const storage = await createFileStorage({ dir })
    await storage.put('cut', Buffer.from('a longer text'), options)
    const path = join(dir, 'objects', 'cut')
    await truncate(path, (await readFile(path)).length - 1)
    await expect(storage.get('cut')).rejects.toMatchObject(away)
    await truncate(path, 0)
    await expect(storage.head('cut')).rejects.toMatchObject(away)
  })

  it('fails typed when its folder is gone', async () => {
    const dir = await tempDir()
    const storage = await createFileStorage({ dir })
    await rm(dir, { recursive: true })
    await expect(storage.put('a', Buffer.from('x'), options)).rejects.toMatchObject(away)
    await expect(Array.fromAsync(storage.list(''))).rejects.toMatchObject(away)
    expect(await storage.ping()).toBe('down')
  })
})
