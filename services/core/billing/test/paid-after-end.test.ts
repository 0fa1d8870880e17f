import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene } from './scene.ts'

describe.each(databaseKinds)('an invoice that is paid after the end, on %s', (database) => {
  let scene: Scene
  let company: Company
  let customer: string
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    customer = await customerOf(scene, company)
    await scene.subscribe(company, 'starter')
    await scene.catchUp()
  })
  afterAll(() => scene.close())

  const card = (behaviour: 'works' | 'declines') =>
    scene.play(`test/customers/${customer}/card`, { behaviour })
  const subjects = async () => (await scene.mails(company.owner.email)).map(({ subject }) => subject)
  const payments = () =>
    scene.system.database.asOwner<{ amount: number }>(
      `select (details->>'amount')::int as amount from billing.payment_facts where kind = 'paid' order by happened_at`,
    )

  it('brings nothing back and is told nobody; it stays in the ledger', async () => {
    await scene.advance(15)
    await scene.catchUp()
    await card('declines')
    await scene.advance(31)
    await scene.catchUp()
    for (let day = 0; day < 20; day += 1) {
      await scene.advance(1)
      await scene.catchUp()
    }
    const status = async () => {
      const [row] = await scene.system.database.asOwner('select status from billing.subscriptions')
      return row?.['status']
    }
    expect(await status()).toBe('ended')
    const [before, known] = [await subjects(), await payments()]
    await card('works')
    const [owed] = (await scene.stripe.invoices.list({ customer, status: 'open' })).data
    await scene.stripe.invoices.pay(owed?.id ?? '')
    await scene.catchUp()
    expect(await subjects()).toEqual(before)
    expect(await status()).toBe('ended')
    expect(await payments()).toEqual([...known, { amount: 2_900 }])
  })
})
