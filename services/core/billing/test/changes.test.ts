import { hasRedisBinary, startRedis } from '@triptych/kv/testing'
import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene } from './scene.ts'

const centsOf: Readonly<Record<string, number>> = { starter: 2_900, pro: 9_900, enterprise: 29_900 }
const plans = Object.keys(centsOf)

const change = ({ owner }: Company, plan: string) =>
  owner.send('POST', '/api/v1/subscriptions/change-plan', { body: { plan_id: plan } })
const cancel = ({ owner }: Company) =>
  owner.send('POST', '/api/v1/subscriptions/cancel', { body: { when: 'period_end' } })

async function subscribed(scene: Scene): Promise<Company> {
  const company = await scene.company()
  await scene.subscribe(company)
  await scene.catchUp()
  return company
}

async function atStripe(scene: Scene, company: Company) {
  const customer = await customerOf(scene, company)
  const [running] = (await scene.stripe.subscriptions.list({ customer })).data
  if (running === undefined) throw new Error('nothing runs at Stripe')
  return running
}

/** What is billed and whether it goes on, at Stripe and here. */
async function standings(scene: Scene, company: Company) {
  const running = await atStripe(scene, company)
  const { body } = await company.owner.send('GET', '/api/v1/subscriptions')
  const [own] = (body as { items: { plan: { id: string }; cancel_at: string | null }[] }).items
  return {
    stripe: { cents: running.items.data[0]?.price.unit_amount, ends: running.cancel_at_period_end },
    here: { cents: centsOf[own?.plan.id ?? ''], ends: own?.cancel_at !== null },
  }
}

async function expectAgreement(scene: Scene, company: Company): Promise<void> {
  const { stripe, here } = await standings(scene, company)
  expect(here).toEqual(stripe)
}

/** Hands on what was sent, the newest first. */
async function catchUpBackwards(scene: Scene): Promise<void> {
  for (const { newer } of (await scene.sent()).toReversed())
    expect((await scene.deliver(newer)).status).toBe(200)
  await scene.system.settle()
}

const under = { status: 409, body: { code: 'billing.change_under_way' } }

describe.each(databaseKinds)('changes of one subscription on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  it('are asked one after the other, and whoever comes second is told', async () => {
    const company = await subscribed(scene)
    let current = 'pro'
    let refused = 0
    for (let round = 0; round < 4; round += 1) {
      const wanted = plans.filter((plan) => plan !== current)
      const crossing = Promise.all(wanted.map((plan) => change(company, plan)))
      const ended = round === 3 ? await cancel(company) : undefined
      for (const [index, reply] of (await crossing).entries()) {
        const plan = wanted[index] ?? ''
        if (reply.status === 200) {
          expect(reply).toMatchObject({ body: { plan: { id: plan } } })
          current = plan
        } else {
          expect(reply).toMatchObject(under)
          refused += 1
        }
      }
      if (ended !== undefined && ended.status !== 200) expect(ended).toMatchObject(under)
      await expectAgreement(scene, company)
    }
    expect(refused).toBeGreaterThan(0)
    await catchUpBackwards(scene)
    await expectAgreement(scene, company)
  })

  it('are not undone by what is told late of the one before', async () => {
    const company = await subscribed(scene)
    // Stripe dates to the second: so that what is told of them is newer than what was told before.
    const second = () => Math.floor(Date.now() / 1_000)
    const subscribedIn = second()
    await expect.poll(second, { timeout: 5_000 }).toBeGreaterThan(subscribedIn + 1)
    for (const plan of ['enterprise', 'starter', 'enterprise']) {
      expect(await change(company, plan)).toMatchObject({ status: 200, body: { plan: { id: plan } } })
    }
    for (const { newer } of await scene.sent()) {
      await scene.deliver(newer)
      await scene.system.settle()
      await expectAgreement(scene, company)
    }
  })

  it('made elsewhere within one second are read at Stripe, as events do not tell their order', async () => {
    const company = await subscribed(scene)
    const { id, items } = await atStripe(scene, company)
    const [item] = items.data
    const rows = await scene.system.database.asOwner<{ stripe_id: string }>(
      'select stripe_id from billing.plan_prices where plan_id = any($1)',
      [plans],
    )
    for (let round = 0; round < 4; round += 1) {
      for (const { stripe_id: price } of rows)
        await scene.stripe.subscriptions.update(id, { items: [{ id: item?.id ?? '', price }] })
      await catchUpBackwards(scene)
      await expectAgreement(scene, company)
    }
  })
})

describe.skipIf(!hasRedisBinary).each(databaseKinds)('without Redis, on %s', (database) => {
  it('changes that cross each other end in agreement with Stripe', async () => {
    const redis = await startRedis()
    const scene = await openScene(database, { REDIS_URL: redis.url })
    try {
      const company = await subscribed(scene)
      await redis.kill()
      for (let round = 0; round < 4; round += 1) {
        const crossing = plans.map((plan) => change(company, plan))
        if (round === 2) crossing.push(cancel(company))
        // What is told meanwhile is handed on beside them.
        const told = (await scene.sent()).map(({ newer }) => scene.deliver(newer))
        const replies = await Promise.all(crossing)
        expect(replies.some(({ status }) => status === 200)).toBe(true)
        await Promise.all(told)
        await scene.system.settle()
        await expectAgreement(scene, company)
      }
      await catchUpBackwards(scene)
      await expectAgreement(scene, company)
    } finally {
      await scene.close()
      await redis.dispose()
    }
  })
})
