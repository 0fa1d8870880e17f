import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Company, openScene, type Scene } from './scene.ts'

describe.each(databaseKinds)('a company on %s', (database) => {
  let scene: Scene
  let company: Company
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    await scene.sent()
  })
  afterAll(() => scene.close())

  const current = async () => {
    company = await scene.signIn(company)
    const reply = await company.owner.send('GET', '/api/v1/subscriptions')
    return (reply.body as { items: Record<string, unknown>[] }).items[0]
  }
  const subjects = async () => (await scene.mails(company.owner.email)).slice(1).map(({ subject }) => subject)

  it('tries, pays, fails to pay, is suspended, pays, comes back and goes', async () => {
    const session = await scene.subscribe(company)
    const success = `/api/v1/checkout/success?session_id=${session}`
    expect((await company.owner.send('GET', success)).body).toMatchObject({ state: 'open' })
    await scene.catchUp()
    expect(await current()).toMatchObject({
      plan: { id: 'pro', max_concurrent_seats: 10 },
      status: 'trialing',
      is_trial: true,
      version: expect.any(Number) as number,
    })
    expect((await company.owner.send('GET', success)).body).toMatchObject({ state: 'ready', plan_id: 'pro' })
    expect(await subjects()).toEqual(['Glasshouse is on Pro'])

    await scene.advance(15)
    await scene.catchUp()
    expect(await current()).toMatchObject({ status: 'active', is_trial: false, grace_ends_at: null })
    expect((await subjects()).slice(1)).toEqual(['Pro was renewed'])

    const [customer] = await scene.system.database.asOwner<{ stripe_id: string }>(
      'select stripe_id from billing.customers where organization_id = $1',
      [company.organizationId],
    )
    await scene.play(`test/customers/${customer?.stripe_id}/card`, { behaviour: 'declines' })
    await scene.advance(31)
    await scene.catchUp()
    expect(await current()).toMatchObject({ status: 'past_due' })
    expect((await subjects()).slice(2)).toEqual(['A payment for Pro failed'])
    await scene.advance(1)
    await scene.catchUp()
    expect((await subjects()).slice(3)).toEqual(['Please act: Pro is about to stop'])
    await scene.advance(1)
    await scene.catchUp()
    expect(await current()).toMatchObject({ status: 'suspended' })
    expect((await subjects()).slice(4)).toEqual(['The licence of Glasshouse is suspended'])

    await scene.play(`test/customers/${customer?.stripe_id}/card`, { behaviour: 'works' })
    await scene.advance(3)
    await scene.catchUp()
    expect(await current()).toMatchObject({ status: 'active' })
    expect((await subjects()).slice(5)).toEqual(['The licence of Glasshouse works again'])

    const changed = await company.owner.send('POST', '/api/v1/subscriptions/change-plan', {
      body: { plan_id: 'enterprise' },
    })
    expect(changed).toMatchObject({ status: 200, body: { plan: { id: 'enterprise' } } })
    const canceled = await company.owner.send('POST', '/api/v1/subscriptions/cancel', { body: {} })
    expect(canceled).toMatchObject({ status: 200, body: { status: 'active' } })
    expect((canceled.body as { cancel_at: string | null }).cancel_at).not.toBeNull()
    await scene.catchUp()
    await scene.advance(31)
    await scene.catchUp()
    expect(await current()).toMatchObject({ status: 'ended', plan: { id: 'enterprise' } })
    expect((await subjects()).slice(6)).toEqual(['Enterprise has ended'])
  })
})
