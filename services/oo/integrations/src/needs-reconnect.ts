import { actingFor, type Context, isoTime } from '@triptych/kernel'
import { reconnectNeeded } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { findConnection, updateConnection } from './store/connections.ts'
import { dropCredential } from './store/credentials.ts'
import type { CredentialRow } from './store/tables.ts'

/**
 * The access of this row has ended: the dead secret goes, and the person is asked to connect again. Said once; a secret
 * that came in its place meanwhile stays.
 */
export async function markNeedsReconnect(
  { db, clock, logger }: Pick<Deps, 'db' | 'clock' | 'logger'>,
  context: Context,
  row: CredentialRow,
  code: string,
): Promise<void> {
  const since = isoTime(clock)
  const place = { userId: row.user_id, provider: row.provider }
  await db.write(actingFor(context, place.userId), async ({ query, emit }) => {
    if (!(await dropCredential(query, row))) return
    const connection = await findConnection(query, place)
    if (connection?.status !== 'connected') return
    await updateConnection(query, place, {
      status: 'needs_reconnect',
      problem_code: code,
      problem_since: since,
      sync_claimed_until: null,
      next_sync_at: null,
    })
    emit(reconnectNeeded, { ...place, since }, { userId: place.userId })
  })
  logger.for(context).warn({ provider: place.provider, code }, 'integrations.needs_reconnect')
}
