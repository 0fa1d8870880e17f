import { randomUUID } from 'node:crypto'
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib'

/** A text found nowhere else, with characters that encodings write differently. Plant it, use the system, then search. */
export const plantCanary = (): string => `canary ${randomUUID()} "schlüssel" 🐤`

const asciiEscaped = (text: string) =>
  text.replace(/[^\u0020-\u007e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The characters of a base64 text that depend on the needle alone, for each of the three places it may start at. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const cut = (shift + bytes.length) % 3 === 0 ? 0 : 1
    return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - cut)
  })
}

function formsOf(needle: string): [string, Buffer][] {
  const json = JSON.stringify(needle).slice(1, -1)
  const escaped = asciiEscaped(json)
  const texts: [string, string][] = [
    ['utf8', needle],
    ['json', json],
    ['json', escaped],
    ['json', escaped.replace(/\\u[0-9a-f]{4}/g, (unit) => `\\u${unit.slice(2).toUpperCase()}`)],
    ['json in json', JSON.stringify(json).slice(1, -1)],
    ['url', encodeURIComponent(needle)],
  ]
  const encodings: [string, Buffer][] = [
    ['utf8', Buffer.from(needle, 'utf8')],
    ['utf16', Buffer.from(needle, 'utf16le')],
    ['utf16', Buffer.from(needle, 'utf16le').swap16()],
  ]
  const packed = encodings.flatMap(([name, bytes]): [string, Buffer][] => [
    [`${name} hex`, Buffer.from(bytes.toString('hex'))],
    [`${name} hex`, Buffer.from(bytes.toString('hex').toUpperCase())],
    ...base64Cores(bytes).flatMap((core): [string, Buffer][] => [
      [`${name} base64`, Buffer.from(core)],
      [`${name} base64`, Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))],
    ]),
  ])
  return [
    ...texts.map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]),
    ...encodings,
    ...packed,
  ]
}

function unpack(decompress: () => Buffer): Buffer[] {
  try {
    const bytes = decompress()
    return bytes.length === 0 ? [] : [bytes]
  } catch {
    return []
  }
}

/** Where the deflate stream of a gzip member begins: after ten bytes and the parts that its flags announce (RFC 1952). */
function gzipBody(bytes: Buffer): Buffer {
  const flags = bytes[3] ?? 0
  let at = 10
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
  if ((flags & 8) !== 0) at = bytes.indexOf(0, at) + 1
  if ((flags & 16) !== 0) at = bytes.indexOf(0, at) + 1
  if ((flags & 2) !== 0) at += 2
  return bytes.subarray(at)
}

/** Whatever looks like a compressed stream anywhere in the bytes, unpacked; a cut stream as far as it goes. */
function unpackedParts(bytes: Buffer): [string, Buffer][] {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 }
  const found: [string, Buffer][] = []
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    const rest = () => bytes.subarray(at)
    if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8) {
      for (const part of unpack(() => inflateRawSync(gzipBody(rest()), options))) found.push(['gzip', part])
    } else if (bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0) {
      for (const part of unpack(() => inflateSync(rest(), options))) found.push(['deflate', part])
    }
  }
  for (const part of unpack(() => brotliDecompressSync(bytes))) found.push(['brotli', part])
  return found
}

function search(bytes: Buffer, forms: [string, Buffer][], depth: number): string[] {
  const direct = forms.filter(([, form]) => bytes.includes(form)).map(([name]) => name)
  const packed =
    depth === 0
      ? []
      : unpackedParts(bytes).flatMap(([name, part]) =>
          search(part, forms, depth - 1).map((inner) => `${name} ${inner}`),
        )
  return [...direct, ...packed]
}

/**
 * The forms in which a text appears in bytes (a dump, a log, a queue): UTF-8, UTF-16, JSON-escaped, URL-encoded, hex,
 * base64 at any alignment, and all of these within gzip, deflate or (the whole bytes) brotli. Empty when it is not there.
 * A database's own page compression is not undone: search what the database exports.
 */
export function findInBytes(haystack: Uint8Array, needle: string): string[] {
  const bytes = Buffer.from(haystack.buffer, haystack.byteOffset, haystack.length)
  return [...new Set(search(bytes, formsOf(needle), 2))]
}
