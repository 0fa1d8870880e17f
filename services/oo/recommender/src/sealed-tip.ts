import type { Cipher } from '@triptych/vault'
import type { CandidateText } from './domain/candidate.ts'
import type { TipRow } from './store/tables.ts'

const cellOf = (row: string) => ({ table: 'tips', column: 'sealed_text', row })

/** A tip's words lie under its person's key. */
export const sealTip = (cipher: Cipher, id: string, text: CandidateText): Uint8Array =>
  cipher.encrypt(JSON.stringify(text), cellOf(id))

export const openTip = (cipher: Cipher, row: Pick<TipRow, 'id' | 'sealed_text'>): CandidateText =>
  JSON.parse(cipher.decrypt(row.sealed_text, cellOf(row.id))) as CandidateText
