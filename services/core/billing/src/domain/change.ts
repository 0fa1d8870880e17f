import type { Fact } from './facts.ts'
import type { SubscriptionStatus } from './subscription.ts'

/** What others care about of a subscription; two snapshots that agree in it are the same. */
export interface Standing {
  readonly status: SubscriptionStatus
  readonly plan: string | null
  readonly cancelAt: number | null
}

const byStatus: Readonly<Record<SubscriptionStatus, string>> = {
  incomplete: 'billing.subscription.begun',
  trialing: 'billing.subscription.trial_started',
  active: 'billing.subscription.activated',
  past_due: 'billing.subscription.past_due',
  suspended: 'billing.subscription.suspended',
  ended: 'billing.subscription.ended',
}

/** The audit actions that lead from one standing to the next. */
export function actionsBetween(before: Standing | undefined, after: Standing): string[] {
  const isBack =
    after.status === 'active' && (before?.status === 'past_due' || before?.status === 'suspended')
  return [
    ...(before?.status === after.status
      ? []
      : [isBack ? 'billing.subscription.reinstated' : byStatus[after.status]]),
    ...(before !== undefined && before.plan !== null && before.plan !== after.plan
      ? ['billing.subscription.plan_changed']
      : []),
    ...((before?.cancelAt ?? null) === after.cancelAt
      ? []
      : [
          after.cancelAt === null
            ? 'billing.subscription.cancel_withdrawn'
            : 'billing.subscription.cancel_planned',
        ]),
  ]
}

/** The audit action of a fact by itself. The invoice of a trial is paid without anything being received. */
export function actionOf({ kind, details }: Fact): string | undefined {
  if (kind === 'paid') return details.amount > 0 ? 'billing.payment.received' : undefined
  if (kind === 'payment_failed') return 'billing.payment.failed'
  return kind === 'refunded' ? 'billing.payment.refunded' : undefined
}
