import type { Transaction } from '@triptych/db'
import type { Deps } from './deps.ts'
import type { Standing } from './domain/answers.ts'
import { nextDelivery } from './domain/next-delivery.ts'
import { recommenderJobs } from './jobs.ts'
import { deliveriesOf, updateDelivery } from './store/deliveries.ts'
import type { DeliveryRow, RecommenderTables, TipRow } from './store/tables.ts'
import { notices } from './tip-view.ts'

/** A completion is held, so that it can be taken back before the provider hears of it. */
const heldMs = { complete: 7_000, reopen: 0 } as const

type FollowDeps = Pick<Deps, 'clock' | 'newId' | 'jobs'>

/**
 * Brings what the provider is to be told in line with where the tip stands now. The tip is locked, so an answer of the
 * person and the outcome of a delivery never pass each other unseen. Returns what the person should know.
 */
export async function followDeliveries(
  deps: FollowDeps,
  transaction: Transaction<RecommenderTables>,
  tip: TipRow,
  { isDone }: Pick<Standing, 'isDone'>,
): Promise<string | null> {
  if (tip.kind !== 'todo') return null
  const sofar = await deliveriesOf(transaction.query, [tip.id])
  const next = nextDelivery(sofar, { isDone, isRecurring: tip.is_recurring })
  if (next.step === 'cancel') {
    await updateDelivery(transaction.query, next.id, { state: 'cancelled' })
    return followDeliveries(deps, transaction, tip, { isDone })
  }
  if (next.step === 'too_late') {
    return next.isOnItsWay ? notices.recurring_on_its_way : notices.recurring_moved_on
  }
  if (next.step === 'tell') await tell(deps, transaction, tip, next.action)
  const last = sofar.findLast(({ state }) => state !== 'cancelled')
  return next.step === 'nothing' && last?.state === 'failed' ? tip.notice : null
}

async function tell(
  deps: FollowDeps,
  transaction: Transaction<RecommenderTables>,
  tip: TipRow,
  action: DeliveryRow['action'],
): Promise<void> {
  const id = deps.newId()
  const now = deps.clock.now()
  const after = new Date(now + heldMs[action]).toISOString()
  await transaction.query
    .insertInto('deliveries')
    .values({
      id,
      user_id: tip.user_id,
      tip_id: tip.id,
      task_id: tip.source_ref,
      action,
      state: 'waiting',
      was_recurring: null,
      act_after: after,
      created_at: new Date(now).toISOString(),
    })
    .execute()
  await deps.jobs.send(
    recommenderJobs.deliver,
    { delivery_id: id },
    { userId: tip.user_id, transaction, ...(heldMs[action] === 0 ? {} : { startAfter: after }) },
  )
}
