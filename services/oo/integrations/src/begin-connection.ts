import { type Context, isoTime } from '@triptych/kernel'
import type { Connector, Credential } from './connectors/connector.ts'
import { connectorConnected } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { integrationsJobs } from './jobs.ts'
import { sealCredential } from './sealed-credential.ts'
import { putConnection, type Place } from './store/connections.ts'
import { findCredential, putCredential } from './store/credentials.ts'

/** Keeps the secret and the consent, and asks for the first reading. A second connection replaces the first. */
export async function beginConnection(
  deps: Deps,
  context: Context,
  connector: Connector,
  { userId, credential, retentionDays }: { userId: string; credential: Credential; retentionDays: number },
): Promise<void> {
  const place: Place = { userId, provider: connector.provider }
  const consent = await deps.identity.giveConsent(context, {
    purpose: 'connector',
    connector: place.provider,
  })
  const now = isoTime(deps.clock)
  await deps.db.write(context, async (transaction) => {
    const { query, emit } = transaction
    const before = await findCredential(query, place)
    const generation = (before?.generation ?? 0) + 1
    await putConnection(query, {
      user_id: userId,
      provider: place.provider,
      status: 'connected',
      retention_days: retentionDays,
      consent_id: consent.id,
      meta: {},
      account_hash: null,
      connected_at: now,
      ended_at: null,
      last_sync_at: null,
      next_sync_at: now,
      sync_claimed_until: null,
      problem_code: null,
      problem_since: null,
    })
    await putCredential(query, {
      user_id: userId,
      provider: place.provider,
      ...sealCredential(deps.connectorKeys, { ...place, generation }, credential),
      refresh_started_at: null,
      refresh_claimed_until: null,
    })
    emit(connectorConnected, { ...place, connectedAt: now }, { userId })
    await deps.jobs.send(
      integrationsJobs.sync,
      { provider: place.provider },
      { userId, transaction, singletonKey: syncKey(place) },
    )
  })
}

export const syncKey = ({ userId, provider }: Place): string => `${userId}:${provider}`
