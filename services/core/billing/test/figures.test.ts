import { databaseKinds, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../src/domain/facts.ts'
import { type Counted, figuresOf } from '../src/domain/figures.ts'
import { foldSubscription } from '../src/domain/fold.ts'
import { statusAt } from '../src/domain/subscription.ts'
import { customerOf } from './burst.ts'
import { openScene, type Scene } from './scene.ts'
import { signInAgain, signUpAdmin } from './system.ts'

interface FactRow {
  readonly kind: string
  readonly key: string
  readonly subscription: string
  readonly happened_at: string
  readonly details: unknown
}

describe.each(databaseKinds)('the figures on %s', (database) => {
  let scene: Scene
  let admin: Person
  beforeAll(async () => {
    scene = await openScene(database)
    admin = await signUpAdmin(scene.system)
  })
  afterAll(() => scene.close())

  const live = async () => {
    admin = await signInAgain(scene.system, admin)
    return (await admin.send('GET', '/api/v1/admin/analytics')).body as Record<string, unknown>
  }
  /** From nothing but the ledger. */
  const recomputed = async () => {
    const rows = await scene.system.database.asOwner<FactRow>(
      'select * from billing.payment_facts where subscription is not null',
    )
    const prices = await scene.system.database.asOwner<{ stripe_id: string; plan_id: string }>(
      'select stripe_id, plan_id from billing.plan_prices',
    )
    const planOf = new Map(prices.map((price) => [price.stripe_id, price.plan_id]))
    const now = scene.system.clock.now()
    const counted = [...Map.groupBy(rows, (row) => row.subscription).values()].map((own): Counted => {
      const state = foldSubscription(
        own.map((row) => ({ ...row, happenedAt: Date.parse(row.happened_at) }) as unknown as Fact),
      )
      return {
        planId: planOf.get(state.priceId ?? '') ?? null,
        amount: state.amount ?? 0,
        currency: state.currency ?? '',
        status: statusAt(state, now),
        hasPaid: state.hasPaid,
        startedAt: state.startedAt,
        endedAt: state.endedAt,
      }
    })
    return figuresOf(counted, now)
  }

  it('are the same live and from the ledger, through a life of four companies', async () => {
    const [starter, pro, enterprise, trying] = [
      await scene.company('One'),
      await scene.company('Two'),
      await scene.company('Three'),
      await scene.company('Four'),
    ]
    await scene.subscribe(starter, 'starter')
    await scene.subscribe(pro, 'pro')
    await scene.subscribe(enterprise, 'enterprise')
    const same = async () => {
      const figures = await recomputed()
      const shown = await live()
      expect(shown).toMatchObject({
        mrr_cents: figures.mrrCents,
        arr_cents: figures.mrrCents * 12,
        active_subscriptions: figures.activeSubscriptions,
        trialing_subscriptions: figures.trialingSubscriptions,
        churned_this_month: figures.churnedThisMonth,
        churn_rate: figures.churnRate,
        new_signups_this_month: figures.newSignupsThisMonth,
      })
      return shown
    }
    await scene.catchUp()
    expect(await same()).toMatchObject({ mrr_cents: 0, active_subscriptions: 3, trialing_subscriptions: 3 })
    await scene.advance(15)
    await scene.catchUp()
    expect(await same()).toMatchObject({ mrr_cents: 2_900 + 9_900 + 29_900, trialing_subscriptions: 0 })
    const declining = await customerOf(scene, pro)
    await scene.play(`test/customers/${declining}/card`, { behaviour: 'declines' })
    await scene.advance(31)
    await scene.catchUp()
    expect(await same()).toMatchObject({ mrr_cents: 2_900 + 9_900 + 29_900 })
    await scene.advance(3)
    await scene.catchUp()
    expect(await same()).toMatchObject({ mrr_cents: 2_900 + 29_900 })
    const { owner } = await scene.signIn(starter)
    await owner.send('POST', '/api/v1/subscriptions/cancel', { body: { when: 'now' } })
    await scene.subscribe(await scene.signIn(trying), 'starter')
    await scene.catchUp()
    expect(await same()).toMatchObject({
      mrr_cents: 29_900,
      churned_this_month: 1,
      trialing_subscriptions: 1,
      plans: [
        { plan_id: 'enterprise', subscriptions: 1, mrr_cents: 29_900 },
        { plan_id: 'starter', subscriptions: 1, mrr_cents: 0 },
      ],
    })
  })
})
