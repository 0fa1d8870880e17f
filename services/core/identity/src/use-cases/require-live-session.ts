import { type Context, failure, requestErrors } from '@triptych/kernel'
import type { Kysely } from 'kysely'
import { statusBehind } from '../store/sessions.ts'
import type { IdentityTables } from '../store/tables.ts'

/** An access token may outlive its sign-in by minutes. What matters asks the row itself. */
export async function requireLiveSession(query: Kysely<IdentityTables>, context: Context): Promise<void> {
  const { actor } = context
  if (actor.kind !== 'user') return
  const status = await statusBehind(query, actor.userId, actor.sessionId)
  if (status === 'active' || (status !== undefined && actor.suspended === true)) return
  throw failure(requestErrors.unauthenticated, { detail: 'This sign-in has ended. Sign in again.' })
}
