import type { Transaction } from '@triptych/db'
import { actingFor, type Context, failure, isoTime } from '@triptych/kernel'
import type { Cipher } from '@triptych/vault'
import type { WithAccess } from './access.ts'
import { accountHash } from './account-hash.ts'
import { ProviderUnavailable, type Connector, type SignalBatch } from './connectors/connector.ts'
import { errors } from './contract/errors.ts'
import { signalReceived } from './contract/events.ts'
import type { Deps } from './deps.ts'
import { type SignalKind, signalOf } from './domain/signals.ts'
import { providerFailure } from './provider-failure.ts'
import { projectCell, sealText } from './sealed-task.ts'
import { closedByUs } from './store/commands.ts'
import {
  busy,
  claimSync,
  findConnection,
  holdsSync,
  pausedUntil,
  type Place,
  updateConnection,
} from './store/connections.ts'
import { findTasks, markDeleted, putTasks } from './store/tasks.ts'
import type { ConnectionRow, IntegrationsTables, TaskRow } from './store/tables.ts'

/**
 * `in_other_hands`: another worker reads it at this moment, and may have asked before what is to be read changed.
 * `paused`: the provider asked to be left alone; it is read when that is over.
 */
export type SyncConnection = (
  context: Context,
  place: Place,
) => Promise<'read' | 'in_other_hands' | 'paused' | 'ended'>

/** Longer than a reading may take: a claim that has run out belongs to nobody any more. */
const claimMs = 60_000
/** How long a connection that nobody asks for is left unread. Webhooks and people who look come in between. */
const betweenReadingsMs = 60 * 60_000
const afterFailureMs = 10 * 60_000
const partlyRead = 'partly_read'

/** Reads what changed at a provider and keeps it, one worker at a time. */
export const createSync =
  (deps: Deps, withAccess: WithAccess): SyncConnection =>
  async (outer, place) => {
    const context = actingFor(outer, place.userId)
    const connector = deps.connectors.get(place.provider)
    if (connector === undefined) throw failure(errors.unknown_connector)
    const connection = await deps.db.write(context, ({ query }) => claimSync(query, place, timesOf(deps)))
    if (connection === undefined) {
      const current = await deps.db.readOne(context, (query) => findConnection(query, place))
      if (current?.status !== 'connected') return 'ended'
      return pausedUntil(current, isoTime(deps.clock)) === undefined ? 'in_other_hands' : 'paused'
    }
    let isKept: boolean
    try {
      const cipher = await deps.ciphers.cipherOf(context, place.userId)
      const reading = { deps, context, connector, connection, cipher }
      isKept = await withAccess(context, place, (credential) => readAll(reading, credential))
    } catch (error) {
      await recordFailure(deps, context, connection, error)
      throw providerFailure(error)
    }
    return isKept ? 'read' : 'ended'
  }

const timesOf = ({ clock }: Deps) => ({
  now: isoTime(clock),
  until: new Date(clock.now() + claimMs).toISOString(),
})

const later = ({ clock }: Deps, ms: number): string => new Date(clock.now() + ms).toISOString()

/** Of a reading that is still this worker's: whoever has taken it over knows better. */
async function recordFailure(
  deps: Deps,
  context: Context,
  claimed: ConnectionRow,
  error: unknown,
): Promise<void> {
  const { retryAfterMs, isBusy } = error instanceof ProviderUnavailable ? error : new ProviderUnavailable()
  await deps.db.write(context, async ({ query }) => {
    await query
      .updateTable('connections')
      .set((eb) => ({
        sync_claimed_until: null,
        next_sync_at: later(deps, retryAfterMs ?? afterFailureMs),
        problem_code: isBusy ? busy : 'unavailable',
        problem_since: eb.fn.coalesce('problem_since', eb.val(isoTime(deps.clock))),
      }))
      .where('user_id', '=', claimed.user_id)
      .where('provider', '=', claimed.provider)
      .where('status', '=', 'connected')
      .where('sync_claimed_until', '=', claimed.sync_claimed_until)
      .execute()
  })
}

interface Reading {
  readonly deps: Deps
  readonly context: Context
  readonly connector: Connector
  readonly connection: ConnectionRow
  readonly cipher: Cipher
}

type Credential = Parameters<Connector['fetchSignals']>[0]

/**
 * Every batch is kept in its own transaction; the last one moves the cursor, so that a broken reading begins again.
 * False when the connection ended meanwhile: then nothing more is kept.
 */
async function readAll(reading: Reading, credential: Credential): Promise<boolean> {
  const { deps, context, connector, connection } = reading
  const cursor = 'begun' in connection.meta ? connection.meta : undefined
  const place = { userId: connection.user_id, provider: connection.provider }
  const named = new Set<string>()
  for await (const batch of connector.fetchSignals(credential, cursor, context.signal)) {
    for (const { externalId } of batch.tasks) named.add(externalId)
    const isKept = await deps.db.write(context, async (transaction) => {
      if (!(await holdsSync(transaction.query, place, connection.sync_claimed_until ?? ''))) return false
      await keepBatch(reading, transaction, batch)
      if (batch.cursor !== undefined) await finishReading(reading, transaction, batch, named)
      return true
    })
    if (!isKept) return false
  }
  return true
}

async function keepBatch(
  { deps, connection, cipher, context }: Reading,
  transaction: Transaction<IntegrationsTables>,
  batch: SignalBatch,
): Promise<void> {
  const { query } = transaction
  const place = { userId: connection.user_id, provider: connection.provider }
  await keepProjects(cipher, transaction, place, batch.projects)
  const known = new Map(
    (
      await findTasks(
        query,
        place,
        batch.tasks.map(({ externalId }) => externalId),
      )
    ).map((row) => [row.external_id, row]),
  )
  const closed = await closedByUs(
    query,
    [...known.values()].map(({ id }) => id),
  )
  const seenAt = isoTime(deps.clock)
  const rows: TaskRow[] = []
  for (const task of batch.tasks) {
    const before = known.get(task.externalId)
    const kind = signalOf(before, task, before !== undefined && closed.has(before.id))
    const isSame = task.updatedAt !== null && before?.updated_at === task.updatedAt
    if (before !== undefined && kind === undefined && isSame) continue
    if (before === undefined && (task.isDeleted || task.isChecked)) continue
    const id = before?.id ?? deps.newId()
    rows.push({
      id,
      user_id: place.userId,
      provider: place.provider,
      external_id: task.externalId,
      sealed_text: sealText(cipher, id, task),
      project_external_id: task.projectExternalId,
      parent_external_id: task.parentExternalId,
      priority: task.priority,
      due_at: task.dueAt,
      due_on: task.dueOn,
      is_recurring: task.isRecurring,
      deadline_on: task.deadlineOn,
      minutes: task.minutes,
      labels: task.labels,
      is_completable: task.isCompletable,
      is_checked: task.isChecked,
      is_deleted: task.isDeleted,
      added_at: task.addedAt,
      updated_at: task.updatedAt,
      seen_at: seenAt,
    })
    // The first reading is where the person stands, not news.
    if (kind !== undefined && 'begun' in connection.meta)
      announce(transaction, place, { taskId: id, kind, happenedAt: task.updatedAt ?? seenAt })
  }
  await putTasks(query, rows)
  deps.logger.for(context).debug({ provider: place.provider, count: rows.length }, 'integrations.batch_kept')
}

function announce(
  { emit }: Transaction<IntegrationsTables>,
  { userId, provider }: Place,
  news: { readonly taskId: string; readonly kind: SignalKind; readonly happenedAt: string },
): void {
  emit(signalReceived, { userId, provider, ...news }, { userId })
}

async function keepProjects(
  cipher: Cipher,
  { query }: Transaction<IntegrationsTables>,
  { userId, provider }: Place,
  projects: SignalBatch['projects'],
): Promise<void> {
  const gone = projects.filter(({ name }) => name === null).map(({ externalId }) => externalId)
  if (gone.length > 0) {
    await query
      .deleteFrom('projects')
      .where('user_id', '=', userId)
      .where('provider', '=', provider)
      .where('external_id', 'in', gone)
      .execute()
  }
  const rows = projects.flatMap(({ externalId, name }) =>
    name === null
      ? []
      : [
          {
            user_id: userId,
            provider,
            external_id: externalId,
            sealed_name: cipher.encrypt(name, projectCell(provider, externalId)),
          },
        ],
  )
  if (rows.length === 0) return
  await query
    .insertInto('projects')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'provider', 'external_id'])
        .doUpdateSet((eb) => ({ sealed_name: eb.ref('excluded.sealed_name') })),
    )
    .execute()
}

async function finishReading(
  { deps, connection }: Reading,
  transaction: Transaction<IntegrationsTables>,
  { isFull, isPartial = false, cursor = {}, account }: SignalBatch,
  named: ReadonlySet<string>,
): Promise<void> {
  const place = { userId: connection.user_id, provider: connection.provider }
  const now = isoTime(deps.clock)
  if (isFull) {
    const missing = (await findTasks(transaction.query, place)).filter(
      (row) => !named.has(row.external_id) && !row.is_deleted && !row.is_checked,
    )
    await markDeleted(
      transaction.query,
      missing.map(({ id }) => id),
      now,
    )
    for (const { id } of missing)
      announce(transaction, place, { taskId: id, kind: 'deleted', happenedAt: now })
  }
  await updateConnection(transaction.query, place, {
    meta: { ...cursor, begun: 'yes' },
    ...(account === undefined ? {} : { account_hash: accountHash(deps.secret, place.provider, account) }),
    last_sync_at: now,
    next_sync_at: later(deps, betweenReadingsMs),
    sync_claimed_until: null,
    problem_code: isPartial ? partlyRead : null,
    problem_since: isPartial
      ? connection.problem_code === partlyRead
        ? connection.problem_since
        : now
      : null,
  })
}
