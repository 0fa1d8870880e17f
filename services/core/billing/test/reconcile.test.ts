import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { customerOf, isTold, liveThrough, shuffled } from './burst.ts'
import { type Company, openScene, type Scene, type Sent } from './scene.ts'
import { billingOf } from './system.ts'

const business = `
  select 'subscription' as of, stripe_id as a,
         row_to_json(s)::jsonb - '{id,version,changed_at}'::text[] as b
    from billing.subscriptions s
  union all
  select kind, key, jsonb_build_object('at', happened_at, 'details', details)
    from billing.payment_facts where kind <> 'seen'
  order by 1, 2, 3`
const tries = 5
const forget = `
  truncate billing.stripe_events, billing.payment_facts, billing.subscriptions, billing.billing_notices,
           billing.reconciliations`

describe.each(databaseKinds)('the reconciler on %s', (database) => {
  let scene: Scene
  let events: Sent[]
  beforeAll(async () => {
    scene = await openScene(database)
    // Stripe's clock runs ahead of ours: all that happened lies within what it still tells.
    const move = (days: number) => scene.play('test/clock', { advance_days: days })
    events = (await liveThrough(scene, await scene.company(), move)).filter(isTold)
  })
  afterAll(() => scene.close())
  beforeEach(() => scene.system.database.asOwner(forget))

  const reconcile = () => billingOf(scene.system).reconcile(scene.system.contextFor(), {})
  const state = () => scene.system.database.asOwner(business)

  it('comes to the same whichever events were lost', async () => {
    for (const { newer } of events) await scene.deliver(newer)
    const expected = await state()
    for (let seed = 0; seed < tries; seed += 1) {
      await scene.system.database.asOwner(forget)
      const arrived = shuffled(events, seed).slice(0, Math.floor((events.length * seed) / tries))
      for (const { older } of arrived) await scene.deliver(older)
      const report = await reconcile()
      expect(report.events_failed).toBe(0)
      expect(await state()).toEqual(expected)
    }
  })

  it('finds nothing more the second time, and tells nobody twice', async () => {
    await reconcile()
    await scene.system.settle()
    const facts = await scene.system.database.asOwner(
      'select kind, key from billing.payment_facts order by 1, 2',
    )
    expect(await reconcile()).toMatchObject({ events_found: 0 })
    await scene.system.settle()
    expect(
      await scene.system.database.asOwner('select kind, key from billing.payment_facts order by 1, 2'),
    ).toEqual(facts)
  })

  it('says so when Stripe is away, and goes on from where it was', async () => {
    await scene.play('faults', { kind: 'server_error', times: 2, path: '/v1/events' })
    await expect(reconcile()).rejects.toMatchObject({ code: 'billing.stripe_unavailable' })
    expect((await reconcile()).events_found).toBeGreaterThan(0)
  })
})

describe.each(databaseKinds)('what Stripe tells no more, on %s', (database) => {
  let scene: Scene
  let company: Company
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    await scene.sent()
  })
  afterAll(() => scene.close())

  it('is read from what still runs', async () => {
    await scene.subscribe(company)
    await scene.catchUp()
    await scene.advance(50)
    // Nothing of this arrives, and events end after thirty days.
    await scene.sent()
    const customer = await customerOf(scene, company)
    const [subscription] = (await scene.stripe.subscriptions.list({ customer })).data
    await billingOf(scene.system).reconcile(scene.system.contextFor(), {})
    const [row] = await scene.system.database.asOwner<{ status: string; paid_until: string }>(
      'select status, paid_until from billing.subscriptions where organization_id = $1',
      [company.organizationId],
    )
    const end = subscription?.items.data[0]?.current_period_end ?? 0
    expect(row?.status).toBe('active')
    expect(Date.parse(row?.paid_until ?? '')).toBe(end * 1_000)
    const paid = await scene.system.database.asOwner(
      `select 1 from billing.payment_facts where kind = 'paid' and organization_id = $1`,
      [company.organizationId],
    )
    // The trial, and two months.
    expect(paid).toHaveLength(3)
  })
})
