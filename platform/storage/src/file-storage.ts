import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { unavailable } from './errors.ts'
import { requireKey, requireMetadata, requirePrefix } from './key.ts'
import { encodeTrailer, readTrailer } from './object-file.ts'
import { spool } from './spool.ts'
import type { PutOptions, Storage } from './storage.ts'

/** One flat folder: a slash of the key is a plus in the file's name, so that `a` and `a/b` can both exist. */
const nameOf = (key: string) => key.replaceAll('/', '+')
const keyOf = (name: string) => name.replaceAll('+', '/')

const isMissing = (error: unknown) => (Object(error) as { code?: unknown }).code === 'ENOENT'

async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw unavailable(error)
  })
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function openObject(path: string): Promise<FileHandle | null> {
  return open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw unavailable(error)
  })
}

async function readObject(key: string, path: string) {
  const file = await openObject(path)
  if (file === null) return null
  try {
    const { size, contentType, sha256, metadata, storedAt } = await readTrailer(file)
    return { file, object: { key, size, contentType, sha256, metadata, storedAt } }
  } catch (error) {
    await file.close()
    throw unavailable(error)
  }
}

function bodyOf(file: FileHandle, size: number): Readable {
  if (size > 0) return file.createReadStream({ start: 0, end: size - 1 })
  const empty = Readable.from([])
  empty.once('close', () => void file.close())
  return empty
}

interface Paths {
  objects: string
  unfinished: string
}

async function putFile(
  { objects, unfinished }: Paths,
  key: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  options: PutOptions,
) {
  requireKey(key)
  const metadata = { ...options.metadata }
  requireMetadata(metadata)
  const path = join(unfinished, randomUUID())
  const file = await orUnavailable(open(path, 'wx', 0o600))
  try {
    const { size, sha256 } = await spool(file, body, options)
    const trailer = encodeTrailer({ size, contentType: options.contentType, sha256, metadata })
    await orUnavailable(file.writeFile(trailer).then(() => file.sync()))
    await orUnavailable(rename(path, join(objects, nameOf(key))).then(() => syncFolder(objects)))
    return { size, sha256 }
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}

/**
 * Files below `dir`, readable by this user only; the folder belongs to one process. What an earlier process did not
 * finish writing is removed at the start.
 */
export async function createFileStorage({ dir }: { dir: string }): Promise<Storage> {
  const paths = { objects: join(dir, 'objects'), unfinished: join(dir, 'unfinished') }
  await rm(paths.unfinished, { recursive: true, force: true })
  for (const path of Object.values(paths)) await mkdir(path, { recursive: true, mode: 0o700 })
  const pathOf = (key: string) => {
    requireKey(key)
    return join(paths.objects, nameOf(key))
  }

  return {
    put: (key, body, options) => putFile(paths, key, body, options),
    async get(key) {
      const found = await readObject(key, pathOf(key))
      return found === null ? null : { ...found.object, body: bodyOf(found.file, found.object.size) }
    },
    async head(key) {
      const found = await readObject(key, pathOf(key))
      await found?.file.close()
      return found?.object ?? null
    },
    async delete(key) {
      const path = pathOf(key)
      try {
        await unlink(path)
        await syncFolder(paths.objects)
      } catch (error) {
        if (!isMissing(error)) throw unavailable(error)
      }
    },
    async *list(prefix) {
      requirePrefix(prefix)
      const keys = (await orUnavailable(readdir(paths.objects))).map(keyOf)
      yield* keys.filter((key) => key.startsWith(prefix))
    },
    ping: () =>
      readdir(paths.unfinished).then(
        () => 'up',
        () => 'down',
      ),
  }
}
