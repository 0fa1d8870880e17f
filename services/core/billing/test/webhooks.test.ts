import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, sampleOf, send } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene, secret, type Sent, sign } from './scene.ts'
import { signUpAdmin } from './system.ts'

const minute = 60_000
const path = '/api/v1/webhooks/stripe'
const dead = 'triptych_dead_letters{dead_source="webhooks",module="billing"}'

describe.each(databaseKinds)('Stripe’s events on %s', (database) => {
  let scene: Scene
  let company: Company
  let admin: Person
  let customer: string
  let events: Sent[]
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    admin = await signUpAdmin(scene.system)
    customer = await customerOf(scene, company)
    await scene.sent()
    await scene.subscribe(company)
    events = await scene.sent()
  })
  afterAll(() => scene.close())

  const rowOf = async (id: string) =>
    (
      await scene.system.database.asOwner<{ state: string; attempts: number; payload: unknown }>(
        'select state, attempts, payload from billing.stripe_events where stripe_id = $1',
        [id],
      )
    )[0]
  const ofType = (type: string): Sent => {
    const found = events.find((event) => event.type === type)
    if (found === undefined) throw new Error(`no ${type} was sent`)
    return found
  }
  const made = (over: object = {}): string =>
    JSON.stringify({
      id: `evt_${newId()}`,
      object: 'event',
      api_version: '2026-10-28.endive',
      created: Math.floor(scene.system.clock.now() / 1_000),
      type: 'plan.created',
      data: { object: { id: 'plan_1' } },
      ...over,
    })
  const post = (raw: string, signature: string, at = path) =>
    send(scene.system, 'POST', at, { raw, headers: { 'stripe-signature': signature } })

  it('count only when they are signed, just now, with a secret of ours', async () => {
    const body = made()
    const now = scene.system.clock.now()
    const refused = { status: 400, body: { code: 'billing.webhook_unauthentic' } }
    expect(await post(body, sign(body, now, 'whsec_other'))).toMatchObject(refused)
    expect(await post(`${body} `, sign(body, now))).toMatchObject(refused)
    expect(await post(body, '')).toMatchObject(refused)
    expect(await post(body, sign(body, now - 6 * minute))).toMatchObject(refused)
    expect(await post(body, sign(body, now + 6 * minute))).toMatchObject(refused)
    expect((await post(body, sign(body, now - 4 * minute))).status).toBe(200)
    expect((await post(made(), sign(body, now))).status).toBe(400)
    const rolled = made()
    expect((await post(rolled, sign(rolled, now + 4 * minute, 'whsec_next'))).status).toBe(200)
  })

  it('arrive at the other address too', async () => {
    const body = made()
    for (const at of ['/api/v1/subscriptions/webhook/', '/api/v1/subscriptions/webhook']) {
      expect((await post(body, sign(body, scene.system.clock.now()), at)).status).toBe(200)
    }
  })

  it('are refused when they are thin, and when they are none', async () => {
    const thin = JSON.stringify({ id: 'evt_1', object: 'v2.core.event', type: 'v1.invoice.paid' })
    expect(await scene.deliver(thin)).toMatchObject({ status: 400, body: { code: 'billing.webhook_thin' } })
    for (const body of ['no json', '[]', '{"object":"event"}']) {
      expect(await scene.deliver(body)).toMatchObject({
        status: 400,
        body: { code: 'billing.webhook_malformed' },
      })
    }
  })

  it('of an unknown type or customer are kept and answered', async () => {
    const unknown = made({ type: 'tax.settings.updated' })
    expect(await scene.deliver(unknown)).toMatchObject({ status: 200, body: { outcome: 'ignored' } })
    const { newer } = ofType('invoice.paid')
    const foreign = newer.replaceAll(customer, 'cus_of_another_shop').replaceAll('evt_', 'evt_foreign')
    expect(await scene.deliver(foreign)).toMatchObject({ status: 200, body: { outcome: 'ignored' } })
    expect(await rowOf((JSON.parse(unknown) as { id: string }).id)).toMatchObject({ state: 'ignored' })
  })

  it('are kept without what tells who somebody is', async () => {
    for (const { newer } of events) expect((await scene.deliver(newer)).status).toBe(200)
    expect(events.some(({ newer }) => newer.includes(company.owner.email))).toBe(true)
    const rows = await scene.system.database.asOwner('select * from billing.stripe_events')
    const kept = JSON.stringify(rows)
    for (const personal of [
      company.owner.email,
      'Glasshouse',
      'Ada',
      'hosted_invoice_url',
      '/stripe/checkout/',
    ]) {
      expect({ personal, isKept: kept.includes(personal) }).toEqual({ personal, isKept: false })
    }
    expect(scene.logs.some((line) => line.includes(company.owner.email))).toBe(false)
  })

  it('count once, however often they come', async () => {
    const { newer, id } = ofType('invoice.paid')
    expect(await scene.deliver(newer)).toMatchObject({ status: 200, body: { outcome: 'known' } })
    await Promise.all([scene.deliver(newer), scene.deliver(newer)])
    expect(await rowOf(id)).toMatchObject({ state: 'applied', attempts: 1 })
  })

  it('that cannot be applied are asked for again, put aside after eight tries, and replayed by hand', async () => {
    const id = `evt_${newId()}`
    const poison = made({ id, type: 'invoice.paid', data: { object: { id: 'in_1', customer } } })
    for (let count = 1; count < 8; count += 1) {
      expect(await scene.deliver(poison)).toMatchObject({
        status: 503,
        body: { code: 'billing.event_not_applied' },
      })
    }
    expect(await rowOf(id)).toMatchObject({ state: 'received', attempts: 7 })
    expect(await scene.deliver(poison)).toMatchObject({ status: 200, body: { outcome: 'dead' } })
    expect(await scene.deliver(poison)).toMatchObject({ status: 200, body: { outcome: 'dead' } })
    expect(await rowOf(id)).toMatchObject({ state: 'dead', attempts: 8, payload: { type: 'invoice.paid' } })

    const waiting = () => sampleOf(scene.system, dead)
    expect(await waiting()).toBe(1)
    const listed = await admin.send('GET', '/api/v1/admin/webhook-events?state=dead&type=invoice.paid')
    const { items } = listed.body as { items: { id: string; event_id: string; last_error: string }[] }
    expect(items.map((item) => item.event_id)).toEqual([id])
    const replay = `/api/v1/admin/webhook-events/${items[0]?.id}/replay`
    expect((await company.owner.send('POST', replay)).status).toBe(403)
    expect(await admin.send('POST', replay)).toMatchObject({ status: 200, body: { state: 'received' } })
    // What was wrong is put right, as a new version of the reader would.
    const { newer } = ofType('invoice.paid')
    const repaired = { ...(JSON.parse(newer) as object), id }
    await scene.system.database.asOwner(
      'update billing.stripe_events set payload = $2 where stripe_id = $1',
      [id, JSON.stringify(repaired)],
    )
    expect(await admin.send('POST', replay)).toMatchObject({ status: 200, body: { state: 'applied' } })
    expect(await waiting()).toBe(0)
    expect((await admin.send('POST', `/api/v1/admin/webhook-events/${newId()}/replay`)).status).toBe(404)
  })

  /** The payment of an invoice that does not say itself when it was paid. */
  const paymentOf = (invoice: string, created: number): string => {
    const event = JSON.parse(ofType('invoice.paid').newer) as {
      data: { object: Record<string, unknown> }
    }
    const object = { ...event.data.object, id: invoice, status_transitions: null }
    return JSON.stringify({ ...event, id: `evt_${newId()}`, created, data: { object } })
  }

  it('that tell one thing at two times count from the earlier, whichever came first', async () => {
    const at = Math.floor(scene.system.clock.now() / 1_000)
    for (const body of [
      paymentOf('in_early', at),
      paymentOf('in_early', at + 1),
      paymentOf('in_late', at + 1),
      paymentOf('in_late', at),
    ])
      expect((await scene.deliver(body)).status).toBe(200)
    const facts = await scene.system.database.asOwner<{ happened_at: string }>(
      `select happened_at from billing.payment_facts where key in ('in_early', 'in_late')`,
    )
    expect(facts.map((fact) => Date.parse(fact.happened_at) / 1_000)).toEqual([at, at])
  })

  it('give a subscription its next version when they change it, and none when they repeat', async () => {
    const versionOf = async () => {
      const [row] = await scene.system.database.asOwner<{ version: number }>(
        'select version from billing.subscriptions',
      )
      return row?.version ?? 0
    }
    const told = (cancelAt: number | null): string => {
      const event = JSON.parse(ofType('customer.subscription.created').newer) as {
        data: { object: Record<string, unknown> }
      }
      const object = { ...event.data.object, cancel_at: cancelAt }
      const created = Math.floor(scene.system.clock.now() / 1_000) + 60
      const type = 'customer.subscription.updated'
      return JSON.stringify({ ...event, id: `evt_${newId()}`, type, created, data: { object } })
    }
    const before = await versionOf()
    await scene.deliver(told(2_000_000_000))
    expect(await versionOf()).toBe(before + 1)
    await scene.deliver(told(2_000_000_000))
    expect(await versionOf()).toBe(before + 1)
    await scene.deliver(told(null))
    expect(await versionOf()).toBe(before + 2)
  })

  it('are listed page by page', async () => {
    const seen = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body } = await admin.send('GET', `/api/v1/admin/webhook-events?limit=5${query}`)
      const page = body as { items: { id: string }[]; next_cursor: string | null }
      for (const item of page.items) seen.add(item.id)
      cursor = page.next_cursor
    }
    const [row] = await scene.system.database.asOwner<{ count: number }>(
      'select count(*)::int as count from billing.stripe_events',
    )
    expect(seen.size).toBe(row?.count)
  })

  it('that a process left lying are taken up, and so are mails that nobody sends', async () => {
    const id = `evt_${newId()}`
    await scene.deliver(
      JSON.stringify({ ...(JSON.parse(paymentOf('in_left', 1_700_000_000)) as object), id }),
    )
    await scene.system.settle()
    await scene.system.database.asOwner(`delete from billing.payment_facts where key = 'in_left'`)
    await scene.system.database.asOwner(
      `update billing.stripe_events set state = 'received', settled_at = null where stripe_id = $1`,
      [id],
    )
    const [confirmed] = await scene.system.database.asOwner<{ key: string }>(
      `update billing.billing_notices set sent_at = null where kind = 'subscription_confirmed' returning key`,
    )
    expect(confirmed).toBeDefined()
    scene.system.clock.advance(15 * minute)
    await scene.system.settle()
    expect(await rowOf(id)).toMatchObject({ state: 'applied', attempts: 2 })
    const waiting = 'select kind from billing.billing_notices where sent_at is null'
    expect(await scene.system.database.asOwner(waiting)).toEqual([])
  })

  it('are refused while no secret is set', async () => {
    const other = await openScene('embedded', { STRIPE_WEBHOOK_SECRET: '' })
    const body = made()
    expect(await other.deliver(body)).toMatchObject({ status: 503, body: { code: 'billing.not_configured' } })
    await other.close()
    expect(secret).not.toBe('')
  })
})
