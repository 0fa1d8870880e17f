import type { Context } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import type { SafetyEventRow } from './store/tables.ts'

export const excerptCell = (row: string) => ({ table: 'safety_events', column: 'sealed_excerpt', row })

/** What a person offered for review; null after its thirty days, and once their key is gone. */
export async function openExcerpt(
  deps: Pick<Deps, 'ciphers' | 'clock'>,
  context: Context,
  row: SafetyEventRow,
): Promise<string | null> {
  if (row.sealed_excerpt === null || row.excerpt_expires_at === null) return null
  if (Date.parse(row.excerpt_expires_at) <= deps.clock.now()) return null
  try {
    const cipher = await deps.ciphers.cipherOf(context, row.user_id)
    return cipher.decrypt(row.sealed_excerpt, excerptCell(row.id))
  } catch {
    return null
  }
}
