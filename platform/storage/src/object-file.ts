import type { FileHandle } from 'node:fs/promises'

import type { StoredObject } from './storage.ts'

/** What a file keeps behind the body, so that both are replaced in one step: JSON, its length, and a mark. */
export type Trailer = Pick<StoredObject, 'size' | 'contentType' | 'sha256' | 'metadata'>

const mark = Buffer.from('TRIPTYC1')

export function encodeTrailer(trailer: Trailer): Uint8Array {
  const json = Buffer.from(JSON.stringify(trailer))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([json, length, mark])
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('a stored file is shorter than it should be')
  return buffer
}

/** The trailer of an open file and when it was stored; an error when the file is not one of ours or is damaged. */
export async function readTrailer(file: FileHandle): Promise<Trailer & { storedAt: number }> {
  const { size: length, mtimeMs } = await file.stat()
  const tailLength = 4 + mark.length
  const tail = await readAt(file, Math.max(0, length - tailLength), tailLength)
  const jsonLength = tail.readUInt32BE(0)
  const bodyLength = length - tailLength - jsonLength
  if (!tail.subarray(4).equals(mark) || bodyLength < 0) throw new Error('a stored file is damaged')
  const json = await readAt(file, bodyLength, jsonLength)
  const trailer = JSON.parse(json.toString('utf8')) as Trailer
  if (trailer.size !== bodyLength) throw new Error('a stored file is damaged')
  return { ...trailer, storedAt: Math.floor(mtimeMs) }
}
