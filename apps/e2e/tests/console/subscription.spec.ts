import { expect, look, mailTo, type Page, type Product, test } from '../support/test.ts'
import { openTerminal, type Terminal } from '../support/terminal.ts'
import { registerCompany, subjectsTo, subscribe } from './company.ts'
import { open } from './console.ts'

const demo = 'sdks/license-client/src/demo/main.ts'

interface Scene {
  readonly page: Page
  /** The sandbox’s page about Stripe, in a tab beside the console. */
  readonly stripe: Page
  readonly product: Product
  readonly email: string
  readonly key: string
}

const takeSeat = ({ product, key }: Scene, machine: string): Terminal =>
  openTerminal(demo, ['--key', key, '--url', product.url, '--machine', machine])

/** Lets time pass at Stripe by the buttons of its page. */
async function pass(stripe: Page, ...steps: readonly ('A day on' | 'A month on')[]): Promise<void> {
  for (const step of steps) {
    await stripe.goto(stripe.url())
    await stripe.getByRole('button', { name: step }).click()
    await stripe.waitForLoadState()
  }
}

const hour = 3_600_000

/** As far as some hours after the period's end, when it is charged; months differ. */
async function passUntilCharged({ page, product }: Scene): Promise<void> {
  const clock = `${product.sandboxUrl}/stripe/test/clock`
  const { now } = (await (await fetch(clock)).json()) as { now: string }
  const subscriptions = await page.request.get(`${product.url}/api/v1/subscriptions`)
  const { items } = (await subscriptions.json()) as { items: { current_period_ends_at: string }[] }
  const left = Date.parse(items[0]?.current_period_ends_at ?? '') - Date.parse(now)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ advance_hours: Math.ceil(left / hour) + 3 })
  expect((await fetch(clock, { method: 'POST', headers, body })).status).toBe(200)
}

const card = async ({ stripe, email }: Scene, name: 'Let it be declined' | 'Let it work'): Promise<void> => {
  await stripe.getByRole('listitem').filter({ hasText: email }).getByRole('button', { name }).click()
  await stripe.waitForLoadState()
}

/** The newest mail speaks of it, as soon as it has come. */
const isTold = ({ product, email }: Scene, subject: RegExp): Promise<void> =>
  expect.poll(async () => (await mailTo(product, email)).subject, { timeout: 30_000 }).toMatch(subject)

/** The page says so, as soon as what happened at Stripe has arrived. */
const says = (page: Page, text: RegExp | string): Promise<void> =>
  expect(async () => {
    await page.reload()
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 45_000 })

const prints = (terminal: Terminal, text: RegExp): Promise<void> =>
  expect.poll(terminal.screen, { timeout: 30_000 }).toMatch(text)

/** Three machines take seats, one loses its network and finds it again, one leaves. */
async function useSeats(scene: Scene, terminals: Terminal[]): Promise<void> {
  const { page } = scene
  await open(page, 'Licences')
  await expect(page.getByText('· live', { exact: true })).toBeVisible()
  for (const [index, machine] of ['one', 'two', 'three'].entries()) {
    terminals.push(takeSeat(scene, machine))
    await expect(page.getByText(`${index + 1} of 10`)).toBeVisible()
  }
  const [first, second, third] = terminals as [Terminal, Terminal, Terminal]
  await look(page, 'company-three-seats')
  await prints(first, /Seat taken\. 1 of 10 seats/)
  second.press('c')
  await prints(second, /The network is cut/)
  await prints(second, /no connection/)
  second.press('r')
  await prints(second, /The network is restored[^]*Beat\. The seat is ours/)
  third.press('q')
  expect(await third.ended).toBe(0)
  expect(third.screen()).toContain('Seat given back.')
  await expect(page.getByText('2 of 10')).toBeVisible()
}

/** A month that is paid, then one that is not, to its end. */
async function missPayments(scene: Scene): Promise<void> {
  const { page, stripe } = scene
  await open(page, 'Plan')
  await pass(stripe, 'A month on')
  await isTold(scene, /Pro was renewed/)
  await says(page, /Paid until/)
  await card(scene, 'Let it be declined')
  await passUntilCharged(scene)
  await isTold(scene, /A payment for Pro failed/)
  await says(page, /A payment failed. Everything works until/)
  await look(page, 'company-payment-failed')
  await pass(stripe, 'A day on')
  await isTold(scene, /Pro is about to stop/)
  await open(page, 'Licences')
  await expect(page.getByText(/A payment failed; it works until/)).toBeVisible()
  await pass(stripe, 'A day on')
  await isTold(scene, /is suspended/)
  // An open page hears of it by itself.
  await expect(page.getByText('Nobody can take a seat until the subscription is paid.')).toBeVisible()
  await open(page, 'Plan')
  await says(page, /A payment is missing/)
  await page.getByRole('button', { name: 'Cancel the subscription' }).click()
  await expect(page.getByRole('dialog')).toContainText('No seat works now')
  await look(page, 'company-cancel-suspended')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await look(page, 'company-suspended')
}

/** By the console’s own way to the card, as a customer would. */
async function pay(scene: Scene): Promise<void> {
  const { page, stripe } = scene
  await open(page, 'Plan')
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('button', { name: /Pay by a card that works/ }).click()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  await pass(stripe, 'A day on', 'A day on')
  await says(page, /Paid until/)
}

test('a company’s seats stop with its payments, come back with them, and end with the subscription', async ({
  page,
  product,
}) => {
  test.slow()
  const terminals: Terminal[] = []
  const email = await registerCompany(page, product)
  const key = await subscribe(page)
  const stripe = await page.context().newPage()
  await stripe.goto(`${product.sandboxUrl}/stripe`)
  const scene = { page, stripe, product, email, key }
  try {
    await test.step('three terminals', () => useSeats(scene, terminals))
    await test.step('reminders, and a suspension', () => missPayments(scene))
    await test.step('the programs hear of it', async () => {
      const [first] = terminals as [Terminal]
      first.press('b')
      expect(await first.ended).toBe(1)
      expect(first.screen()).toMatch(/The end: .*suspended/)
      await open(page, 'Licences')
      await expect(page.getByText('The licence is suspended, so nobody holds a seat.')).toBeVisible()
      await look(page, 'company-licence-suspended')
    })
    await test.step('a payment brings everything back', async () => {
      await pay(scene)
      await expect
        .poll(() => subjectsTo(product, email), { timeout: 30_000 })
        .toEqual(expect.arrayContaining([expect.stringMatching(/works again/)]))
      const again = takeSeat(scene, 'one')
      terminals.push(again)
      await prints(again, /Seat taken/)
    })
    await test.step('cancellation, and the end', async () => {
      await page.getByRole('button', { name: 'Cancel the subscription' }).click()
      await page.getByRole('button', { name: 'Cancel it' }).click()
      await expect(page.getByText(/Cancelled: it works until/)).toBeVisible()
      await pass(stripe, 'A month on')
      await isTold(scene, /Pro has ended/)
      await open(page, 'Licences')
      await says(page, 'It ended with its subscription.')
      await expect(page.getByRole('row').filter({ hasText: 'Licence inactive' }).first()).toBeVisible()
      await expect(page.getByRole('button', { name: /Replace|Approve/ })).toHaveCount(0)
      await look(page, 'company-licence-ended')
    })
  } finally {
    for (const terminal of terminals) await terminal.close()
  }
})
