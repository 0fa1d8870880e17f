import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { auditSystem } from '../audit.ts'
import type { billingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'

export const createPlan =
  (deps: Pick<Deps, 'db' | 'clock'>): HandlerOf<typeof billingContract, 'createPlan'> =>
  (context, input, fail) =>
    deps.db.write(context, async (transaction) => {
      const { features, ...terms } = input
      const { numInsertedOrUpdatedRows: added } = await transaction.query
        .insertInto('subscription_plans')
        .values({ ...terms, interval: 'month', features: JSON.stringify(features) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (added !== 1n) throw fail('billing.plan_id_taken')
      auditSystem(deps, transaction, {
        action: 'billing.plan.created',
        target: `plan:${input.id}`,
        actorUserId: userIdOf(context.actor) ?? '',
      })
      const answer = { ...input, interval: 'month' as const }
      transaction.remember(answer)
      return answer
    })
