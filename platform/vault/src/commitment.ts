import { createHmac } from 'node:crypto'

import { encodeText, joinPrefixed } from './bytes.ts'

export type CommitmentValue = string | number | bigint | boolean | null | Uint8Array

/** Type and bytes, so that 1, "1" and 1n differ. */
function valueParts(value: CommitmentValue): [Uint8Array, Uint8Array] {
  if (value === null) return [Buffer.from('null'), Buffer.alloc(0)]
  if (value instanceof Uint8Array) return [Buffer.from('bytes'), value]
  if (typeof value === 'string') {
    const { encoding, bytes } = encodeText(value)
    return [Buffer.from(`text${encoding}`), bytes]
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('numbers must be finite')
  return [Buffer.from(typeof value), Buffer.from(String(value))]
}

/**
 * A keyed commitment (HMAC-SHA-256, 32 bytes) to named fields, whatever their order.
 * Without the key nobody can test a guess against it. The key is at least 32 bytes.
 */
export function commit(key: Uint8Array, fields: Readonly<Record<string, CommitmentValue>>): Uint8Array {
  if (key.length < 32) throw new RangeError('a commitment key must be at least 32 bytes')
  const named = Object.entries(fields).map(([name, value]) => ({ name: Buffer.from(name, 'utf16le'), value }))
  named.sort((left, right) => Buffer.compare(left.name, right.name))
  const parts = named.flatMap(({ name, value }) => [[name], valueParts(value)].flat())
  return createHmac('sha256', key)
    .update(joinPrefixed([Buffer.from('triptych/commitment/1'), ...parts]))
    .digest()
}
