import { randomBytes } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findInBytes, plantCanary } from './canary.ts'
import { createCipher } from './index.ts'

const needle = plantCanary()
const around = (bytes: Uint8Array | string) =>
  Buffer.concat([randomBytes(33), typeof bytes === 'string' ? Buffer.from(bytes) : bytes, randomBytes(17)])
const escaped = (upper: boolean) =>
  JSON.stringify({ needle }).replace(/[^ -~]/g, (unit) => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${upper ? digits.toUpperCase() : digits}`
  })

/** As the command line tool writes it: with the file's name in the header. */
function namedGzip(text: string): Buffer {
  const plain = gzipSync(text)
  plain[3] = 8
  return Buffer.concat([plain.subarray(0, 10), Buffer.from('dump.sql\0'), plain.subarray(10)])
}

describe('canary', () => {
  const forms: [string, Uint8Array | string][] = [
    ['utf8', needle],
    ['json', JSON.stringify({ needle })],
    ['json', escaped(false)],
    ['json', escaped(true)],
    ['json in json', JSON.stringify(JSON.stringify({ needle }))],
    ['url', `?q=${encodeURIComponent(needle)}&r=1`],
    ['utf16', Buffer.from(needle, 'utf16le')],
    ['utf16', Buffer.from(needle, 'utf16le').swap16()],
    ['utf8 hex', Buffer.from(needle).toString('hex')],
    ['utf8 hex', Buffer.from(needle).toString('hex').toUpperCase()],
    ['utf16 base64', Buffer.from(`..${needle}`, 'utf16le').toString('base64')],
    ['gzip utf8', gzipSync(`log line: ${needle}`)],
    ['gzip json', gzipSync(JSON.stringify([needle]))],
    ['gzip gzip utf8', gzipSync(gzipSync(needle))],
    ['gzip utf8', namedGzip(needle)],
    ['deflate utf8', deflateSync(needle)],
  ]

  it.each(forms)('is found as %s', (name, bytes) => {
    expect(findInBytes(around(bytes), needle)).toContain(name)
  })

  it('is found in a whole brotli stream, and in a gzip stream that was cut', () => {
    expect(findInBytes(brotliCompressSync(needle), needle)).toContain('brotli utf8')
    const long = gzipSync(Buffer.concat([Buffer.from(needle), randomBytes(5000)]))
    expect(findInBytes(long.subarray(0, 2000), needle)).toContain('gzip utf8')
  })

  it('is found in base64 wherever it starts and ends', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.boolean(),
        (head, tail, url) => {
          const bytes = Buffer.concat([head, Buffer.from(needle), tail])
          expect(findInBytes(around(bytes.toString(url ? 'base64url' : 'base64')), needle)).toContain(
            'utf8 base64',
          )
        },
      ),
    )
  })

  it('is not found where it is not, nor once it is encrypted', () => {
    const cipher = createCipher({ subject: 'user:1', dataKey: randomBytes(32) })
    const sealed = Buffer.from(cipher.encrypt(needle, { table: 't', column: 'c', row: '1' }))
    expect(findInBytes(around(sealed), needle)).toEqual([])
    expect(findInBytes(around(sealed.toString('base64')), needle)).toEqual([])
    expect(findInBytes(around(plantCanary()), needle)).toEqual([])
    expect(findInBytes(randomBytes(200_000), needle)).toEqual([])
  })
})
