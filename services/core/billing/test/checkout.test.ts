import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, send, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene } from './scene.ts'
import { billingOf, signUpAdmin } from './system.ts'

const urls = {
  success_url: 'http://localhost:3000/console/checkout/success?session_id={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/console/plans',
}

describe.each(databaseKinds)('plans and checkout on %s', (database) => {
  let scene: Scene
  let admin: Person
  beforeAll(async () => {
    scene = await openScene(database, { BILLING_RETURN_ORIGINS: 'https://tools.example' })
    admin = await signUpAdmin(scene.system)
  })
  afterAll(() => scene.close())

  const begin = (person: Person, over: object = {}) =>
    person.send('POST', '/api/v1/checkout/session', { body: { plan_id: 'pro', ...urls, ...over } })
  const sessionOf = (reply: { body: unknown }) => (reply.body as { session_id: string }).session_id
  const subscriptionOf = async ({ owner }: Company) => {
    const { body } = await owner.send('GET', '/api/v1/subscriptions')
    return (body as { items: Record<string, unknown>[] }).items[0]
  }

  it('shows plans to everybody, the cheapest first', async () => {
    const { body } = await send(scene.system, 'GET', '/api/v1/plans')
    const { items } = body as {
      items: { id: string; price_cents: number; max_concurrent_seats: number; features: object }[]
    }
    expect(items.map((plan) => [plan.id, plan.price_cents, plan.max_concurrent_seats])).toEqual([
      ['starter', 2_900, 3],
      ['pro', 9_900, 10],
      ['enterprise', 29_900, 50],
    ])
    // What a plan names it gives: the histories and approvals of licences ask for no plan.
    for (const { features } of items)
      expect(features).toMatchObject({ session_history: true, approved_machines: true })
    expect((await send(scene.system, 'GET', '/api/v1/plans/pro')).body).toMatchObject({
      id: 'pro',
      trial_days: 14,
      features: { offline_grace: true },
    })
    expect(await send(scene.system, 'GET', '/api/v1/plans/none')).toMatchObject({
      status: 404,
      body: { code: 'billing.plan_not_found' },
    })
  })

  it('lets an administrator add and change plans, and keeps who did', async () => {
    const plan = { id: 'studio', name: 'Studio', price_cents: 4_900, max_concurrent_seats: 5 }
    const made = await admin.send('POST', '/api/v1/admin/plans', { body: plan })
    expect(made).toMatchObject({ status: 201, body: { ...plan, trial_days: 14, is_offered: true } })
    expect(await admin.send('POST', '/api/v1/admin/plans', { body: plan })).toMatchObject({
      status: 409,
      body: { code: 'billing.plan_id_taken' },
    })
    const changed = await admin.send('PATCH', '/api/v1/admin/plans/studio', { body: { is_offered: false } })
    expect(changed).toMatchObject({ status: 200, body: { name: 'Studio', is_offered: false } })
    const offered = (await send(scene.system, 'GET', '/api/v1/plans')).text
    expect(offered).not.toContain('studio')
    expect((await admin.send('GET', '/api/v1/admin/plans')).text).toContain('studio')
    expect((await admin.send('PATCH', '/api/v1/admin/plans/none', { body: {} })).status).toBe(404)
    const somebody = await signUp(scene.system)
    expect((await somebody.send('POST', '/api/v1/admin/plans', { body: plan })).status).toBe(403)
  })

  it('is for owners and admins with a verified address, and returns to us alone', async () => {
    const company = await scene.company()
    const unverified = await signUp(scene.system)
    await unverified.send('POST', '/api/v1/organizations', { body: { name: 'Unverified' } })
    expect(await begin(unverified)).toMatchObject({
      status: 403,
      body: { code: 'identity.email_unverified' },
    })
    for (const success_url of [
      'https://evil.example/',
      'http://localhost:3000@evil.example/',
      'http://localhost:3000\\@evil.example/',
      'http://localhost:3001/',
      'javascript:alert(1)',
    ]) {
      expect((await begin(company.owner, { success_url })).status).toBe(400)
    }
    expect((await begin(company.owner, { plan_id: 'none' })).status).toBe(404)
    expect((await begin(company.owner, { plan_id: 'studio' })).status).toBe(404)
    expect((await begin(company.owner, { success_url: 'https://tools.example/done' })).status).toBe(200)
  })

  it('leaves one page open at a time, and subscribes once', async () => {
    const company = await scene.company()
    const customer = await customerOf(scene, company)
    const openAtStripe = async () =>
      (await scene.stripe.checkout.sessions.list({ customer })).data
        .filter(({ status }) => status === 'open')
        .map(({ id }) => id)
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => begin(company.owner)))
    expect(atOnce.map(({ status }) => status)).toContain(200)
    for (const reply of atOnce)
      if (reply.status !== 200) expect(reply.body).toMatchObject({ code: 'billing.checkout_begun' })
    expect(await openAtStripe()).toHaveLength(1)
    const third = await begin(company.owner, { plan_id: 'starter' })
    expect(third.status).toBe(200)
    expect(await openAtStripe()).toEqual([sessionOf(third)])
    await scene.play(`test/checkout/${sessionOf(third)}`, { outcome: 'paid' })
    const tooLate = { status: 409, body: { code: 'billing.already_subscribed' } }
    expect(await begin(company.owner)).toMatchObject(tooLate)
    await scene.catchUp()
    expect(await begin(company.owner)).toMatchObject(tooLate)
    expect(await subscriptionOf(company)).toMatchObject({ plan: { id: 'starter' }, status: 'trialing' })
  })

  it('gives a trial once', async () => {
    const company = await scene.company()
    await scene.subscribe(company)
    await scene.catchUp()
    expect(
      await company.owner.send('POST', '/api/v1/subscriptions/cancel', { body: { when: 'now' } }),
    ).toMatchObject({ status: 200, body: { status: 'ended' } })
    await scene.subscribe(company)
    await scene.catchUp()
    expect(await subscriptionOf(company)).toMatchObject({ status: 'active', is_trial: false })
  })

  it('waits for money that is on its way, and takes what was left for left', async () => {
    const company = await scene.company()
    await scene.subscribe(company)
    await scene.catchUp()
    await company.owner.send('POST', '/api/v1/subscriptions/cancel', { body: { when: 'now' } })
    const session = await scene.subscribe(company, 'pro', 'pending')
    await scene.catchUp()
    const success = `/api/v1/checkout/success?session_id=${session}`
    expect((await company.owner.send('GET', success)).body).toMatchObject({ state: 'waiting' })
    await scene.play(`test/checkout/${session}`, { outcome: 'paid' })
    await scene.catchUp()
    const ready = (await company.owner.send('GET', success)).body
    expect(ready).toMatchObject({ state: 'ready', subscription_id: (await subscriptionOf(company))?.['id'] })

    const left = await scene.company()
    const abandoned = await scene.subscribe(left, 'pro', 'abandoned')
    await scene.catchUp()
    const path = `/api/v1/checkout/success?session_id=${abandoned}`
    expect((await left.owner.send('GET', path)).body).toMatchObject({ state: 'expired' })
    expect((await company.owner.send('GET', path)).status).toBe(404)
  })

  it('sends browsers on to the console', async () => {
    const company = await scene.company()
    const session = sessionOf(await begin(company.owner))
    const browse = (path: string) =>
      fetch(scene.system.baseUrl + path, {
        redirect: 'manual',
        headers: { accept: 'text/html', authorization: `Bearer ${company.owner.accessToken}` },
      })
    const success = await browse(`/api/v1/checkout/success?session_id=${session}`)
    expect([success.status, success.headers.get('location')]).toEqual([
      303,
      `/console/company/plan?session_id=${session}`,
    ])
    const cancel = await browse('/api/v1/checkout/cancel')
    expect([cancel.status, cancel.headers.get('location')]).toEqual([
      303,
      '/console/company/plan?checkout=canceled',
    ])
    expect((await send(scene.system, 'GET', '/api/v1/checkout/cancel')).body).toEqual({ state: 'canceled' })
  })

  it('changes plans, opens the portal, and shows one organisation nothing of another', async () => {
    const company = await scene.company()
    const nothing = { status: 409, body: { code: 'billing.not_subscribed' } }
    const change = (plan: string) =>
      company.owner.send('POST', '/api/v1/subscriptions/change-plan', { body: { plan_id: plan } })
    expect(await change('starter')).toMatchObject(nothing)
    expect(await company.owner.send('POST', '/api/v1/subscriptions/cancel', { body: {} })).toMatchObject(
      nothing,
    )
    await scene.subscribe(company)
    await scene.catchUp()
    expect(await change('pro')).toMatchObject({ status: 409, body: { code: 'billing.same_plan' } })
    expect(await change('starter')).toMatchObject({ status: 200, body: { plan: { id: 'starter' } } })
    await scene.catchUp()
    expect(await subscriptionOf(company)).toMatchObject({ plan: { id: 'starter' } })
    const portal = await company.owner.send('POST', '/api/v1/billing/portal', { body: {} })
    expect((portal.body as { portal_url: string }).portal_url).toContain('/portal/')
    const other = await scene.company()
    expect(await subscriptionOf(other)).toBeUndefined()
    const id = (await subscriptionOf(company))?.['id'] as string
    const asked = billingOf(scene.system).getSubscription(scene.system.contextFor(), { subscription_id: id })
    expect(await asked).toMatchObject({ organization_id: company.organizationId, plan: { id: 'starter' } })
    await expect(
      billingOf(scene.system).getSubscription(scene.system.contextFor(), { subscription_id: newId() }),
    ).rejects.toMatchObject({ code: 'billing.subscription_not_found' })
  })

  it('says what Stripe refused, and changes nothing', async () => {
    const company = await scene.company()
    const customer = await customerOf(scene, company)
    const change = (plan: string) =>
      company.owner.send('POST', '/api/v1/subscriptions/change-plan', { body: { plan_id: plan } })
    await scene.subscribe(company)
    await scene.catchUp()
    // The second time there is no trial, so more seats cost something at once.
    await company.owner.send('POST', '/api/v1/subscriptions/cancel', { body: { when: 'now' } })
    await scene.subscribe(company)
    await scene.catchUp()
    await scene.play(`test/customers/${customer}/card`, { behaviour: 'declines' })
    expect(await change('enterprise')).toMatchObject({
      status: 402,
      body: { code: 'billing.payment_refused' },
    })
    await scene.catchUp()
    expect(await subscriptionOf(company)).toMatchObject({ plan: { id: 'pro' }, status: 'active' })
    const [running] = (await scene.stripe.subscriptions.list({ customer })).data
    await scene.stripe.subscriptions.cancel(running?.id ?? '')
    const refused = { status: 409, body: { code: 'billing.stripe_refused' } }
    expect(await change('starter')).toMatchObject(refused)
    await scene.system.database.asOwner(
      `update billing.customers set stripe_id = 'cus_of_another_account' where organization_id = $1`,
      [company.organizationId],
    )
    expect(await company.owner.send('POST', '/api/v1/billing/portal', { body: {} })).toMatchObject(refused)
  })

  it('ends what a closed organisation pays, and has it forgotten at Stripe', async () => {
    const company = await scene.company()
    await scene.subscribe(company)
    await scene.catchUp()
    const customer = await customerOf(scene, company)
    const gone = await company.owner.send('DELETE', '/api/v1/me', { body: { close_organizations: true } })
    expect(gone.status).toBe(202)
    await scene.system.settle()
    const [row] = await scene.system.database.asOwner<{ status: string }>(
      'select status from billing.subscriptions where organization_id = $1',
      [company.organizationId],
    )
    expect(row?.status).toBe('ended')
    await expect(scene.stripe.customers.retrieve(customer)).rejects.toMatchObject({
      code: 'resource_missing',
    })
  })
})

describe('while Stripe is away', () => {
  it('people register all the same, and become customers later', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const scene = await openScene('embedded', { STRIPE_API_URL: `http://127.0.0.1:${port}` })
    const company = await scene.company()
    expect(company.organizationId).not.toBe('')
    const reply = await company.owner.send('POST', '/api/v1/checkout/session', {
      body: { plan_id: 'pro', ...urls },
    })
    expect(reply).toMatchObject({ status: 503, body: { code: 'billing.stripe_unavailable' } })
    const [job] = await scene.system.database.asOwner<{ state: string }>(
      `select state from jobs.job_common where name = 'billing.create_customer'`,
    )
    expect(job?.state).toBe('retry')
    await scene.close()
  })
})
