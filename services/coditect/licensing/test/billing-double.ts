import { billingContract, billingErrors, subscriptionChanged } from '@triptych/billing/contract'
import { consumer, defineConsumers } from '@triptych/bus'
import { defineConfig } from '@triptych/config'
import type { ModuleDatabase } from '@triptych/db'
import { auditRecorded, type Clock, failure, newId, systemContext } from '@triptych/kernel'
import { type AnyModule, defineModule } from '@triptych/runtime'
import type { Subscription } from '../src/domain/terms.ts'

/** Billing as licensing sees it: subscriptions that a test sets, and the event that tells of them. */
export interface BillingDouble {
  readonly module: AnyModule
  /** Sets what is true of a subscription, under its next version. */
  set(subscription: SubscriptionChange): Subscription
  announce(subscription: Pick<Subscription, 'id' | 'organization_id' | 'version'>): Promise<void>
}

export type SubscriptionChange = Partial<Omit<Subscription, 'plan'>> & {
  readonly organization_id: string
  readonly plan?: Partial<Subscription['plan']>
}

interface Tables {
  heard: {
    id: string
    organization_id: string
    action: string
    target: string
    refs: string
    is_sealed: boolean
  }
}

const config = defineConfig({})

/** Keeps what is audited, for tests to look at. */
const consumers = defineConsumers<Tables>({
  hear: consumer({
    event: auditRecorded,
    async handle(_context, body, { id }, { query }) {
      const { tenantId, action, target, references, sealedPersonal } = body
      const row = { id, organization_id: tenantId, action, target, is_sealed: sealedPersonal.length > 0 }
      await query
        .insertInto('heard')
        .values({ ...row, refs: JSON.stringify(references) })
        .execute()
    },
  }),
})

export const plans = {
  starter: { id: 'starter', name: 'Starter', max_concurrent_seats: 3 },
  pro: { id: 'pro', name: 'Pro', max_concurrent_seats: 10 },
} as const

export function createBillingDouble(): BillingDouble {
  const subscriptions = new Map<string, Subscription>()
  let ground: { db: ModuleDatabase<Tables>; clock: Clock } | undefined

  const answers: Record<string, unknown> = {
    getSubscription: (_context: unknown, { subscription_id: id }: { subscription_id: string }) => {
      const found = subscriptions.get(id)
      return found === undefined
        ? Promise.reject(failure(billingErrors.subscription_not_found))
        : Promise.resolve(found)
    },
    exportPersonalData: () => Promise.resolve({ sections: [] }),
  }
  const handlers = Object.fromEntries(
    Object.keys(billingContract.operations).map((name) => [
      name,
      answers[name] ?? (() => Promise.reject(new Error(`the double does not answer ${name}`))),
    ]),
  )

  const module = defineModule<typeof billingContract, Record<string, never>, typeof config, Tables>({
    contract: billingContract,
    needs: {},
    config,
    migrations: new URL('billing-double/', import.meta.url),
    create({ db, clock }) {
      ground = { db, clock }
      return { handlers: handlers as never, consumers }
    },
  }) as AnyModule

  return {
    module,
    set(change) {
      const id = change.id ?? newId()
      const before = subscriptions.get(id)
      const next = {
        ...base,
        ...before,
        ...change,
        id,
        plan: { ...base.plan, ...before?.plan, ...change.plan },
        version: change.version ?? (before?.version ?? 0) + 1,
      }
      subscriptions.set(id, next)
      return next
    },
    async announce({ id: subscriptionId, organization_id: organizationId, version }) {
      if (ground === undefined) throw new Error('the double has not been started')
      const context = systemContext({ clock: ground.clock, newId })
      await ground.db.write(context, ({ emit }) => {
        emit(subscriptionChanged, { organizationId, subscriptionId, version }, { organizationId })
        return Promise.resolve()
      })
    },
  }
}

const base: Omit<Subscription, 'id' | 'organization_id' | 'version'> = {
  plan: { ...plans.starter, features: { offline: true }, reserve_during_grace: false },
  status: 'active',
  is_trial: false,
  current_period_ends_at: '2027-01-01T00:00:00.000Z',
  grace_ends_at: null,
  cancel_at: null,
  started_at: '2026-12-01T00:00:00.000Z',
}
