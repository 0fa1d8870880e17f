import type { Transaction } from '@triptych/db'
import { integrationsErrors } from '@triptych/integrations/contract'
import { actingFor, type Context, isFailure, userIdOf } from '@triptych/kernel'
import type { Deps } from './deps.ts'
import { standingOf } from './domain/answers.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { findDelivery, updateDelivery } from './store/deliveries.ts'
import { answersOf } from './store/reactions.ts'
import type { DeliveryRow, RecommenderTables, TipRow } from './store/tables.ts'
import { lockTip, updateTip } from './store/tips.ts'
import { notices } from './tip-view.ts'

type DeliverDeps = Pick<Deps, 'db' | 'clock' | 'newId' | 'jobs' | 'integrations'>

interface Settled {
  readonly state: 'delivered' | 'gone' | 'failed'
  readonly was_recurring: boolean | null
  readonly notice: string | null
}

/**
 * Tells a provider. While it is `sending` nobody knows whether the provider has heard of it, so whatever the person
 * answers meanwhile is followed when it is settled, in the same transaction. A process that dies in between leaves it
 * `sending`: the job comes again, and the command, known by its id, has no second effect.
 */
export const deliver =
  (deps: DeliverDeps) =>
  async (outer: Context, { delivery_id: id }: { delivery_id: string }): Promise<void> => {
    const context = actingFor(outer, userIdOf(outer.actor))
    const begun = await deps.db.write(context, async ({ query }) => {
      const held = await lockDelivery(query, id)
      if (held?.delivery.state === 'waiting') await updateDelivery(query, id, { state: 'sending' })
      return held
    })
    if (begun === undefined || !isUnsettled(begun.delivery)) return
    const settled = await tell(deps, context, begun.delivery)
    await deps.db.write(context, async (transaction) => {
      const held = await lockDelivery(transaction.query, id)
      if (held?.delivery.state === 'sending') await settle(deps, transaction, held, settled)
    })
  }

const isUnsettled = ({ state }: DeliveryRow): boolean => state === 'waiting' || state === 'sending'

interface Held {
  readonly tip: TipRow
  readonly delivery: DeliveryRow
}

/** The tip first, as every answer does; what is read of its delivery after that stays so. */
async function lockDelivery(
  query: Transaction<RecommenderTables>['query'],
  id: string,
): Promise<Held | undefined> {
  const found = await findDelivery(query, id)
  const tip = found && (await lockTip(query, found.tip_id))
  const delivery = tip && (await findDelivery(query, id))
  return delivery && { tip, delivery }
}

async function settle(
  deps: DeliverDeps,
  transaction: Transaction<RecommenderTables>,
  { tip, delivery }: Held,
  { notice: told, ...outcome }: Settled,
): Promise<void> {
  const { query } = transaction
  await updateDelivery(query, delivery.id, outcome)
  const standing = standingOf(await answersOf(query, tip.id))
  const notice = await followDeliveries(deps, transaction, { ...tip, notice: told }, standing)
  await updateTip(query, tip.id, { notice })
}

async function tell(
  { integrations }: Pick<DeliverDeps, 'integrations'>,
  context: Context,
  row: DeliveryRow,
): Promise<Settled> {
  try {
    const { outcome, is_recurring: isRecurring } = await integrations.act(context, {
      user_id: row.user_id,
      task_id: row.task_id,
      action: row.action,
      command_id: row.id,
    })
    const failed = (notice: string): Settled => ({ state: 'failed', was_recurring: null, notice })
    if (outcome === 'gone') return { state: 'gone', was_recurring: null, notice: null }
    if (outcome === 'refused') return failed(notices.refused)
    if (outcome === 'unsupported') return failed(isRecurring ? notices.recurring_moved_on : notices.read_only)
    return { state: 'delivered', was_recurring: isRecurring, notice: null }
  } catch (error) {
    const isEnded =
      isFailure(error, integrationsErrors.needs_reconnect) ||
      isFailure(error, integrationsErrors.not_connected)
    if (!isEnded) throw error
    return { state: 'failed', was_recurring: null, notice: notices.needs_reconnect }
  }
}
