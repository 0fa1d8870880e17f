import { createSecretKey } from 'node:crypto'

import { openBytes, sealBytes } from './aes-gcm.ts'
import { decodeText, encodeText, joinPrefixed, labelBytes } from './bytes.ts'
import { refused } from './errors.ts'

/** Where a value lives. A value opens only in the very place it was written for. */
export interface Cell {
  table: string
  column: string
  /** The row's id. */
  row: string
}

/**
 * Encrypts a subject's text, one value a time. Opening a value that was changed, or that belongs to another
 * subject, table, column or row, fails with `vault.refused`.
 */
export interface Cipher {
  encrypt(text: string, cell: Cell): Uint8Array
  decrypt(sealed: Uint8Array, cell: Cell): string
}

const version = 1
const context = Buffer.from('triptych/cell/1')

/**
 * AES-256-GCM under the subject's data key (32 bytes; copied, the caller may clear its own).
 * Layout: version, text encoding, nonce (12), ciphertext, tag (16). The length of a text can be told from its sealed form.
 */
export function createCipher({ subject, dataKey }: { subject: string; dataKey: Uint8Array }): Cipher {
  if (dataKey.length !== 32) throw new RangeError('dataKey must be 32 bytes')
  const key = createSecretKey(dataKey)
  const subjectBytes = labelBytes('subject', subject)

  const aad = (header: Uint8Array, { table, column, row }: Cell) =>
    joinPrefixed([
      context,
      header,
      subjectBytes,
      labelBytes('table', table),
      labelBytes('column', column),
      labelBytes('row', row),
    ])

  return {
    encrypt(text, cell) {
      const { encoding, bytes } = encodeText(text)
      const header = Uint8Array.of(version, encoding)
      return Buffer.concat([header, sealBytes(key, bytes, aad(header, cell))])
    },
    decrypt(sealed, cell) {
      const header = sealed.subarray(0, 2)
      const [format, encoding] = header
      if (format !== version || encoding === undefined) throw refused()
      return decodeText(encoding, openBytes(key, sealed.subarray(2), aad(header, cell)))
    },
  }
}
