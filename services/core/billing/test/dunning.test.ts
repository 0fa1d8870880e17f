import { loadDataKey } from '@triptych/identity/contract'
import { boot, type Running } from '@triptych/runtime'
import { createLogger } from '@triptych/telemetry'
import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene } from './scene.ts'
import { billingModules, environmentOf } from './system.ts'

const months = 24
const silent = { write: () => undefined }

/** How a month goes: paid, paid at the second try, suspended by the third failure, or by a grace that ran out. */
const kinds = ['pays', 'pays_late', 'fails', 'runs_out'] as const

const mailsOf: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  pays: ['subscription_renewed'],
  pays_late: ['payment_failed_warning', 'subscription_renewed'],
  fails: ['license_suspended', 'payment_failed_urgent', 'payment_failed_warning', 'subscription_reinstated'],
  runs_out: [
    'license_suspended',
    'payment_failed_urgent',
    'payment_failed_warning',
    'subscription_reinstated',
  ],
}

// Two workers need a server; without one, one worker lives through it.
describe.each(databaseKinds.slice(-1))('two years of dunning on %s', (database) => {
  let scene: Scene
  let company: Company
  let customer: string
  let other: Running | undefined
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    customer = await customerOf(scene, company)
    await scene.subscribe(company, 'starter')
    await scene.catchUp()
  })
  afterAll(async () => {
    await other?.stop()
    await scene.close()
  })

  /** Another worker on the same database, in the place of the one before. */
  const restartOther = async (): Promise<void> => {
    if (database === 'embedded') return
    await other?.stop()
    other = await boot({
      modules: billingModules,
      environment: await environmentOf(scene),
      logger: createLogger({ level: 'error', destination: silent }),
      loadDataKey,
      overrides: { clock: scene.system.clock },
    })
  }
  const work = async (): Promise<void> => {
    await Promise.all([scene.system.settle(), other?.platform.jobs.settle()])
    await scene.system.settle()
  }
  /** Hands on what was sent, twice and beside each other, but for what a test loses. */
  const hand = async (isLost: (attempt: number) => boolean): Promise<void> => {
    for (const { newer, type } of await scene.sent()) {
      const { attempt_count: attempt = 0 } = (
        JSON.parse(newer) as { data: { object: { attempt_count?: number } } }
      ).data.object
      if (type === 'invoice.payment_failed' && isLost(attempt)) continue
      const replies = await Promise.all([scene.deliver(newer), scene.deliver(newer)])
      expect(replies.map(({ status }) => status)).toEqual([200, 200])
    }
    await work()
  }
  const card = (behaviour: 'works' | 'declines') =>
    scene.play(`test/customers/${customer}/card`, { behaviour })
  const sent = async () => {
    const rows = await scene.system.database.asOwner<{ template: string; dedupe_key: string }>(
      `select template, dedupe_key from notifications.emails where template <> 'verify_email'
        and template <> 'subscription_confirmed' order by created_at`,
    )
    return rows
  }
  const standing = async () => {
    const [row] = await scene.system.database.asOwner<{ status: string }>(
      'select status from billing.subscriptions',
    )
    return row?.status
  }
  const nextInvoice = async () => {
    const [subscription] = (await scene.stripe.subscriptions.list({ customer })).data
    return (subscription?.items.data[0]?.current_period_end ?? 0) * 1_000
  }

  it('tells each thing once, and nothing after the payment', { timeout: 600_000 }, async () => {
    const everything = new Set<string>()
    const expected: string[] = []
    for (let month = 0; month < months; month += 1) {
      if (month % 5 === 0) await restartOther()
      const kind = kinds[month % kinds.length] ?? 'pays'
      await card(kind === 'pays' ? 'works' : 'declines')
      // As far as an hour after the period's end, when it is charged.
      const charged = (await nextInvoice()) + 2 * 3_600_000
      await scene.advance((charged - scene.system.clock.now()) / 86_400_000)
      await hand(() => false)
      if (kind === 'pays_late') await card('works')
      if (kind !== 'pays') await scene.advance(1)
      await hand(() => false)
      if (kind === 'fails') await scene.advance(1)
      if (kind === 'runs_out') await scene.advance(9)
      await hand((attempt) => kind === 'runs_out' && attempt > 2)
      if (kind === 'fails' || kind === 'runs_out') expect(await standing()).toBe('suspended')
      await card('works')
      await scene.advance(3)
      await hand(() => false)
      expect(await standing()).toBe('active')
      // The log of mails lasts a year, so what is new is told by what was seen.
      const mails = (await sent()).filter((mail) => !everything.has(mail.dedupe_key))
      expect({ month, mails: mails.map(({ template }) => template).sort() }).toEqual({
        month,
        mails: mailsOf[kind],
      })
      const payment = mails.findIndex(({ template }) => /renewed|reinstated/.test(template))
      expect(mails.slice(payment).filter(({ template }) => template.startsWith('payment_failed'))).toEqual([])
      for (const mail of mails) everything.add(mail.dedupe_key)
      expected.push(...mailsOf[kind])
    }
    expect(everything.size).toBe(expected.length)
    const told = await scene.system.database.asOwner(
      `select 1 from billing.billing_notices where sent_at is not null and kind <> 'subscription_confirmed'`,
    )
    expect(told).toHaveLength(expected.length)
  })
})
