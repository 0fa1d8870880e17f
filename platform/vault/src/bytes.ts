import { refused } from './errors.ts'

/** Joins byte strings so that no two different lists give the same bytes: each is preceded by its length. */
export function joinPrefixed(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

/** The reverse of `joinPrefixed`; anything that it cannot have made is refused. */
export function splitPrefixed(bytes: Uint8Array, count: number): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: Uint8Array[] = []
  let offset = 0
  for (let index = 0; index < count; index += 1) {
    if (offset + 4 > buffer.length) throw refused()
    const end = offset + 4 + buffer.readUInt32BE(offset)
    if (end > buffer.length) throw refused()
    parts.push(buffer.subarray(offset + 4, end))
    offset = end
  }
  if (offset !== buffer.length) throw refused()
  return parts
}

const utf8 = 0
const utf16 = 1

/**
 * UTF-8, but UTF-16 for text with lone surrogates, which UTF-8 cannot hold: what a person typed comes back exactly.
 * Answers the encoding's number beside the bytes.
 */
export function encodeText(text: string): { encoding: number; bytes: Uint8Array } {
  return text.isWellFormed()
    ? { encoding: utf8, bytes: Buffer.from(text, 'utf8') }
    : { encoding: utf16, bytes: Buffer.from(text, 'utf16le') }
}

export function decodeText(encoding: number, bytes: Uint8Array): string {
  if (encoding !== utf8 && encoding !== utf16) throw refused()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.toString(encoding === utf8 ? 'utf8' : 'utf16le')
}

/** For names and ids in bindings, which must be well-formed text. */
export function labelBytes(name: string, label: string): Uint8Array {
  if (label === '' || !label.isWellFormed()) throw new RangeError(`${name} must be well-formed and not empty`)
  return Buffer.from(label, 'utf8')
}

/** Decodes a 32-byte key from configuration; the message never holds the value. */
export function decodeKey(name: string, base64: string): Uint8Array {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32 || key.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) {
    throw new RangeError(`${name} must be 32 bytes in base64`)
  }
  return key
}

/** A format byte, the id of the key, and what that key sealed. */
export function joinKeyed(version: number, keyId: string, payload: Uint8Array): Uint8Array {
  const id = labelBytes('key id', keyId)
  if (id.length > 255) throw new RangeError('key id must be at most 255 bytes')
  return Buffer.concat([Uint8Array.of(version, id.length), id, payload])
}

export function splitKeyed(version: number, bytes: Uint8Array): { keyId: string; payload: Uint8Array } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = 2 + (buffer[1] ?? 0)
  if (buffer[0] !== version || end <= 2 || end > buffer.length) throw refused()
  return { keyId: buffer.toString('utf8', 2, end), payload: buffer.subarray(end) }
}
