import { setTimeout as wait } from 'node:timers/promises'
import { actingFor, type Context, failure, isAppError } from '@triptych/kernel'
import { vaultErrors } from '@triptych/vault'
import {
  AccessRefused,
  type Credential,
  type OAuthConnector,
  type RefreshOutcome,
} from './connectors/connector.ts'
import { errors } from './contract/errors.ts'
import type { Deps } from './deps.ts'
import { keepRevocation } from './end-connection.ts'
import { integrationsJobs } from './jobs.ts'
import { markNeedsReconnect } from './needs-reconnect.ts'
import { providerFailure } from './provider-failure.ts'
import { openCredential, sealCredential } from './sealed-credential.ts'
import type { Place } from './store/connections.ts'
import { claimRefresh, findCredential, replaceCredential } from './store/credentials.ts'
import type { CredentialRow } from './store/tables.ts'

type AccessDeps = Pick<
  Deps,
  'db' | 'clock' | 'newId' | 'logger' | 'jobs' | 'connectors' | 'connectorKeys' | 'revocationKeys'
>

/** Runs work with a person's access to a provider. Renews it when it has ended or is refused, once. */
export type WithAccess = <T>(
  context: Context,
  place: Place,
  work: (credential: Credential) => Promise<T>,
) => Promise<T>

/** Renewed a little before the end, so that no request is sent with an access that ends on its way. */
const marginMs = 60_000
/** Shorter than Todoist's sixty seconds in which a spent refresh token is forgiven. */
const claimMs = 20_000
/** When whoever is alive then looks whether the renewal ended, and ends it: inside the same sixty seconds. */
const rescueMs = claimMs + 2_000
const waitForOthersMs = 100

export function createAccess(deps: AccessDeps): WithAccess {
  const renewing = new Map<string, Promise<CredentialRow>>()

  /** One renewal at a time in this process; the claim in the row holds off the others. */
  function renew(context: Context, row: CredentialRow): Promise<CredentialRow> {
    const key = `${row.user_id} ${row.provider} ${row.generation}`
    const running = renewing.get(key)
    if (running !== undefined) return running
    const started = renewAcrossProcesses(deps, context, row).finally(() => renewing.delete(key))
    renewing.set(key, started)
    return started
  }

  return async (outer, place, work) => {
    const context = actingFor(outer, place.userId)
    const found = await deps.db.readOne(context, (query) => findCredential(query, place))
    if (found === undefined) throw failure(errors.not_connected)
    const row = isOver(found, deps.clock.now()) ? await renew(context, found) : found
    const credential = await open(deps, context, row)
    try {
      return await work(credential)
    } catch (error) {
      if (!(error instanceof AccessRefused)) throw error
    }
    const renewed = await renew(context, row)
    try {
      return await work(await open(deps, context, renewed))
    } catch (error) {
      if (!(error instanceof AccessRefused)) throw error
      throw await lost(deps, context, renewed, 'access_refused')
    }
  }
}

const isOver = ({ expires_at: end, refresh_started_at: interrupted }: CredentialRow, now: number): boolean =>
  interrupted !== null || (end !== null && Date.parse(end) - marginMs <= now)

async function lost(deps: AccessDeps, context: Context, row: CredentialRow, code: string) {
  await markNeedsReconnect(deps, context, row, code)
  return failure(errors.needs_reconnect)
}

/** A box that was moved or changed opens for nobody: it goes, and the person is asked to connect again. */
async function open(deps: AccessDeps, context: Context, row: CredentialRow): Promise<Credential> {
  try {
    return openCredential(deps.connectorKeys, row)
  } catch (error) {
    if (!isAppError(error) || error.code !== vaultErrors.refused.code) throw error
    throw await lost(deps, context, row, 'unreadable')
  }
}

async function renewAcrossProcesses(
  deps: AccessDeps,
  context: Context,
  before: CredentialRow,
): Promise<CredentialRow> {
  const place = { userId: before.user_id, provider: before.provider }
  const connector = deps.connectors.get(place.provider)
  const { refreshToken } = await open(deps, context, before)
  // A feed's address has nothing to renew: what it was refused, it stays refused.
  if (connector?.kind !== 'oauth') throw await lost(deps, context, before, 'access_refused')
  if (refreshToken === null) throw await lost(deps, context, before, 'access_ended')
  for (;;) {
    const claimed = await claim(deps, context, before)
    if (claimed !== undefined) return renewClaimed(deps, context, connector, claimed)
    const now = await deps.db.readOne(context, (query) => findCredential(query, place))
    if (now === undefined) throw failure(errors.needs_reconnect)
    if (now.generation !== before.generation) return now
    if (deps.clock.now() >= context.deadline) throw failure(errors.provider_unavailable)
    await wait(waitForOthersMs, undefined, { signal: context.signal })
  }
}

/** Committed before the provider is asked, with the look after it: should this process end in between, another goes on. */
function claim(
  { db, clock, jobs }: AccessDeps,
  context: Context,
  before: CredentialRow,
): Promise<CredentialRow | undefined> {
  const at = (ms: number): string => new Date(clock.now() + ms).toISOString()
  return db.write(context, async (transaction) => {
    const claimed = await claimRefresh(transaction.query, before, { now: at(0), until: at(claimMs) })
    if (claimed !== undefined) {
      const { user_id: userId, provider } = claimed
      const options = { userId, transaction, startAfter: at(rescueMs) }
      await jobs.send(integrationsJobs.finishRenewal, { provider }, options)
    }
    return claimed
  })
}

async function renewClaimed(
  deps: AccessDeps,
  context: Context,
  connector: OAuthConnector,
  row: CredentialRow,
): Promise<CredentialRow> {
  const place = { userId: row.user_id, provider: row.provider }
  let outcome: RefreshOutcome
  try {
    outcome = await connector.refresh(await open(deps, context, row), context.signal)
  } catch (error) {
    // Whether the provider rotated is not known: the mark stays, the claim goes, and the next try finds out.
    await deps.db.write(actingFor(context, place.userId), ({ query }) =>
      replaceCredential(query, row, { refresh_claimed_until: null }),
    )
    throw providerFailure(error)
  }
  if (outcome.kind === 'refused') throw await lost(deps, context, row, 'access_refused')
  if (outcome.kind === 'repeated') {
    deps.logger.for(context).warn({ provider: place.provider }, 'integrations.refresh_repeated')
  }
  return keep(deps, context, row, outcome.credential)
}

/** The next version; when the person disconnected meanwhile, it is taken back like the one before. */
async function keep(
  deps: AccessDeps,
  context: Context,
  row: CredentialRow,
  credential: Credential,
): Promise<CredentialRow> {
  const place = { userId: row.user_id, provider: row.provider }
  const next: CredentialRow = {
    ...row,
    ...sealCredential(deps.connectorKeys, { ...place, generation: row.generation + 1 }, credential),
    refresh_started_at: null,
    refresh_claimed_until: null,
  }
  const kept = await deps.db.write(context, async (transaction) => {
    const { query } = transaction
    if (await replaceCredential(query, row, next)) return next
    const winner = await findCredential(query, place)
    if (winner === undefined) await keepRevocation(deps, transaction, place.provider, credential)
    return winner
  })
  if (kept === undefined) throw failure(errors.needs_reconnect)
  return kept
}
