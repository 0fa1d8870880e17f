import type { Transaction } from '@triptych/db'
import { isAppError, isoTime } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import type { Credential } from './connectors/connector.ts'
import { connectorDisconnected } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { integrationsJobs } from './jobs.ts'
import { openCredential } from './sealed-credential.ts'
import { type Place, updateConnection } from './store/connections.ts'
import { deleteCredential } from './store/credentials.ts'
import type { IntegrationsTables } from './store/tables.ts'

const revocationMs = 7 * 86_400_000

type RevocationDeps = Pick<Deps, 'clock' | 'newId' | 'jobs' | 'revocationKeys'>
type EndDeps = RevocationDeps & Pick<Deps, 'connectors' | 'connectorKeys'>

/** Seals access to the key that only takes it back, and asks for that now and, for the last time, when the days are over. */
export async function keepRevocation(
  { clock, newId, jobs, revocationKeys }: RevocationDeps,
  transaction: Transaction<IntegrationsTables>,
  provider: string,
  credential: Credential,
): Promise<string> {
  const id = newId()
  const endsAt = new Date(clock.now() + revocationMs).toISOString()
  await transaction.query
    .insertInto('revocations')
    .values({
      id,
      provider,
      sealed: revocationKeys.sealer.seal(JSON.stringify(credential), { user: id, provider, generation: 1 }),
      key_id: revocationKeys.currentKeyId,
      state: 'pending',
      attempts: 0,
      requested_at: isoTime(clock),
      ends_at: endsAt,
      settled_at: null,
    })
    .execute()
  await jobs.send(integrationsJobs.revoke, { revocation_id: id }, { transaction })
  await jobs.send(integrationsJobs.revoke, { revocation_id: id }, { transaction, startAfter: endsAt })
  return id
}

/**
 * Moves a secret from the key in use to the one that only takes access back; nothing else can read it from here on.
 * Undefined when there is nothing to take back: a feed, or a secret that is gone.
 */
export async function handOverToRevocation(
  deps: EndDeps,
  transaction: Transaction<IntegrationsTables>,
  place: Place,
): Promise<string | undefined> {
  const row = await deleteCredential(transaction.query, place)
  if (row === undefined || deps.connectors.get(place.provider)?.kind !== 'oauth') return undefined
  let credential: Credential
  try {
    credential = openCredential(deps.connectorKeys, row)
  } catch (error) {
    if (!isAppError(error) || error.code !== vaultErrors.refused.code) throw error
    return keepGivenUp(deps, transaction, place.provider)
  }
  return keepRevocation(deps, transaction, place.provider, credential)
}

/** A box that opens for nobody must not hold a person here: they are told that the access could not be taken back. */
async function keepGivenUp(
  { clock, newId, revocationKeys }: RevocationDeps,
  { query }: Transaction<IntegrationsTables>,
  provider: string,
): Promise<string> {
  const [id, now] = [newId(), isoTime(clock)]
  const end = { state: 'given_up' as const, attempts: 0, requested_at: now, ends_at: now, settled_at: now }
  await query
    .insertInto('revocations')
    .values({ id, provider, sealed: null, key_id: revocationKeys.currentKeyId, ...end })
    .execute()
  return id
}

/** Reading and acting end now, in this transaction; what is left is taking the access back. */
export async function endConnection(
  deps: EndDeps,
  transaction: Transaction<IntegrationsTables>,
  place: Place,
): Promise<void> {
  const now = isoTime(deps.clock)
  const revocationId = (await handOverToRevocation(deps, transaction, place)) ?? null
  const record = {
    revocation_id: revocationId,
    requested_at: now,
    ends_at: new Date(deps.clock.now() + revocationMs).toISOString(),
  }
  await updateConnection(transaction.query, place, {
    status: 'disconnected',
    ended_at: now,
    meta: {},
    account_hash: null,
    next_sync_at: null,
    sync_claimed_until: null,
    problem_code: null,
    problem_since: null,
  })
  await transaction.query
    .insertInto('disconnections')
    .values({ user_id: place.userId, provider: place.provider, ...record })
    .onConflict((conflict) => conflict.columns(['user_id', 'provider']).doUpdateSet(record))
    .execute()
  transaction.emit(connectorDisconnected, { ...place, disconnectedAt: now }, { userId: place.userId })
}
