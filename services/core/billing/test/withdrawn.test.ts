import { databaseKinds } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerOf } from './burst.ts'
import { type Company, openScene, type Scene } from './scene.ts'

/** The mail server refuses everything for now; call what is returned to have it take mails again. */
async function refuseMails(scene: Scene): Promise<() => Promise<void>> {
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${scene.sandbox.url}/mail/${path}`, init)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return (await answer.json()) as { id: string }
  }
  const { id } = await post('faults', { kind: 'smtp_451', times: 'always' })
  return async () => void (await post(`faults/${id}/clear`, {}))
}

describe.each(databaseKinds)('a reminder that waits for the mail server, on %s', (database) => {
  let scene: Scene
  let company: Company
  beforeAll(async () => {
    scene = await openScene(database)
    company = await scene.company()
    await scene.sent()
    await scene.subscribe(company, 'starter')
    await scene.catchUp()
  })
  afterAll(() => scene.close())

  const subjects = async () => (await scene.mails(company.owner.email)).map(({ subject }) => subject)
  const card = async (behaviour: 'works' | 'declines') =>
    scene.play(`test/customers/${await customerOf(scene, company)}/card`, { behaviour })
  const mailsOf = (template: string) =>
    scene.system.database.asOwner(
      'select status, error_code, sealed_content from notifications.emails where template = $1',
      [template],
    )

  it('does not go out once the payment has come', async () => {
    await scene.advance(15)
    await scene.catchUp()
    await card('declines')
    const accept = await refuseMails(scene)
    await scene.advance(31)
    await scene.catchUp()
    expect(await mailsOf('payment_failed_warning')).toMatchObject([{ status: 'failed' }])

    await card('works')
    const customer = await customerOf(scene, company)
    const [owed] = (await scene.stripe.invoices.list({ customer, status: 'open' })).data
    await scene.stripe.invoices.pay(owed?.id ?? '')
    await scene.catchUp()
    expect(await mailsOf('payment_failed_warning')).toEqual([
      { status: 'skipped', error_code: 'withdrawn', sealed_content: null },
    ])

    await accept()
    for (let hours = 0; hours < 3; hours += 1) {
      scene.system.clock.advance(3_600_000)
      await scene.system.settle()
    }
    expect(await subjects()).toContain('Starter was renewed')
    expect(await subjects()).not.toContain('A payment for Starter failed')
  })
})
