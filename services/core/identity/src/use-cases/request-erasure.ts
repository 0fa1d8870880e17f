import type { Transaction } from '@triptych/db'
import { userDeletionRequested } from '@triptych/kernel'
import { updateAccount } from '../store/accounts.ts'
import { revokePersonalTokens, revokeSessions } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'

export interface Erasure {
  readonly userId: string
  readonly erasureId: string
  readonly receiptTokenHash: Uint8Array
  readonly at: string
}

/** Ends an account: nobody signs in with it, its texts cannot be read any more, and every module erases its rows. */
export async function requestErasure(
  transaction: Transaction<IdentityTables>,
  { userId, erasureId, receiptTokenHash, at }: Erasure,
): Promise<void> {
  const { query, emit } = transaction
  await revokeSessions(transaction, { userId, at })
  await revokePersonalTokens(query, userId, at)
  await query.deleteFrom('linked_identities').where('user_id', '=', userId).execute()
  await query.deleteFrom('data_keys').where('subject_id', '=', userId).execute()
  await updateAccount(query, userId, { deleted_at: at, updated_at: at, password_hash: null })
  emit(userDeletionRequested, { userId, erasureId, requestedAt: at, receiptTokenHash }, { userId })
}
