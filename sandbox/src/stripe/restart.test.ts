import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stripe } from 'stripe'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eventually, postJson, startSandbox } from '../../test/start.ts'
import { clientOf, secret, startHook, type Hook } from '../../test/stripe.ts'
import type { Sandbox } from '../server.ts'

let dataDir: string
let hook: Hook
let open: Sandbox[] = []
let processes: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sandbox-state-'))
  hook = await startHook()
})
afterEach(async () => {
  for (const process of processes) process.kill('SIGKILL')
  await Promise.all(open.map(async (sandbox) => sandbox.close()))
  await hook.close()
  await rm(dataDir, { recursive: true, force: true })
  open = []
  processes = []
})

interface Opened {
  readonly sandbox: Sandbox
  readonly stripe: Stripe
  post(path: string, body: object): Promise<Record<string, unknown>>
}

async function start(settings: { webhookSecret?: string; webhookUrl?: string } = {}): Promise<Opened> {
  const stripe = { webhookUrl: hook.url, webhookSecret: secret, ...settings }
  const sandbox = await startSandbox({ dataDir, settings: { mail: { smtpPort: 0 }, stripe } })
  open.push(sandbox)
  return {
    sandbox,
    stripe: clientOf(sandbox.url),
    async post(path, body) {
      const response = await postJson(`${sandbox.url}/stripe/test/${path}`, body)
      return (await response.json()) as Record<string, unknown>
    },
  }
}

/** A price, and a checkout of it by a new customer. */
async function checkout(stripe: Stripe): Promise<Stripe.Checkout.Session> {
  const prices = await stripe.prices.list()
  const price =
    prices.data[0] ??
    (await stripe.prices.create({
      currency: 'usd',
      unit_amount: 9900,
      recurring: { interval: 'month' },
      lookup_key: 'pro',
      product_data: { name: 'CODITECT Pro' },
    }))
  const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada' })
  return await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: customer.id,
    line_items: [{ price: price.id, quantity: 1 }],
    success_url: 'http://localhost:3000/success',
  })
}

async function contents(stripe: Stripe): Promise<unknown> {
  const all = { limit: 100 }
  const lists = await Promise.all([
    stripe.customers.list(all),
    stripe.products.list(all),
    stripe.prices.list(all),
    stripe.subscriptions.list({ ...all, status: 'all' }),
    stripe.invoices.list(all),
    stripe.invoicePayments.list(all),
    stripe.paymentIntents.list(all),
    stripe.charges.list(all),
    stripe.checkout.sessions.list(all),
    stripe.webhookEndpoints.list(all),
    stripe.events.list(all),
  ])
  const urls = /http:\/\/localhost:\d+\/stripe/g
  return JSON.parse(JSON.stringify(lists.map(({ data }) => data)).replaceAll(urls, 'sandbox'))
}

it('keeps everything that has an id over a restart, and the life of it goes on', async () => {
  const before = await start()
  const { subscription } = await before.post(`checkout/${(await checkout(before.stripe)).id}`, {
    outcome: 'paid',
  })
  const left = await checkout(before.stripe)
  await before.stripe.webhookEndpoints.create({ url: `${hook.url}/more`, enabled_events: ['charge.failed'] })
  const key = { idempotencyKey: 'one-customer' }
  const made = await before.stripe.customers.create({ name: 'Once' }, key)
  await before.post('clock', { advance_hours: 20 })
  const { customer } = await before.stripe.subscriptions.retrieve(String(subscription))
  await before.post(`customers/${customer as string}/card`, { behaviour: 'declines' })
  const then = await contents(before.stripe)
  const moment = Date.now() + 20 * 3_600_000
  await before.sandbox.close()

  const after = await start()
  expect(await contents(after.stripe)).toEqual(then)
  const again = await after.stripe.customers.create({ name: 'Once' }, key)
  expect(again).toMatchObject({ id: made.id, lastResponse: { headers: { 'idempotent-replayed': 'true' } } })
  const { url } = await after.stripe.checkout.sessions.retrieve(left.id)
  expect(url).toContain(after.sandbox.url)
  const paid = await fetch(url ?? '', {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'paid' }),
    redirect: 'manual',
  })
  expect(paid.headers.get('location')).toBe('http://localhost:3000/success')
  const { now } = await after.post('clock', { advance_days: 31 })
  expect(Date.parse(String(now))).toBeGreaterThanOrEqual(moment + 31 * 86_400_000)
  await after.post('clock', { advance_days: 1 })
  const declined = await after.stripe.subscriptions.retrieve(String(subscription))
  expect(declined.status).toBe('past_due')
})

it('follows a price after a restart as it did before', async () => {
  const before = await start()
  const done = await before.post(`checkout/${(await checkout(before.stripe)).id}`, { outcome: 'paid' })
  await before.sandbox.close()
  const { stripe } = await start()
  const [price] = (await stripe.prices.list()).data
  await stripe.prices.update(price?.id ?? '', { nickname: 'Pro' })
  const { items } = await stripe.subscriptions.retrieve(String(done['subscription']))
  expect(items.data[0]?.price.nickname).toBe('Pro')
})

it('sends after a restart what was not delivered before, where and as the settings say by then', async () => {
  hook.status = 500
  const before = await start()
  await before.stripe.customers.create({ name: 'Late' })
  await before.post('clock', {})
  await before.sandbox.close()
  const [failed] = hook.arrivals.splice(0)

  const moved = await startHook()
  const after = await start({ webhookUrl: moved.url, webhookSecret: 'whsec_other' })
  await after.post('clock', { advance_hours: 1 })
  expect(hook.arrivals).toEqual([])
  const [arrival] = moved.arrivals
  const event = after.stripe.webhooks.constructEvent(
    arrival?.body ?? '',
    arrival?.signature ?? '',
    'whsec_other',
  )
  expect(event.id).toBe(failed?.event.id)
  await moved.close()
})

it('has what it has answered for when it is killed, and delivers what was under way', async () => {
  const settings = { SANDBOX_STRIPE_WEBHOOK_URL: hook.url, STRIPE_WEBHOOK_SECRET: secret }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      ...process.env,
      SANDBOX: 'on',
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DATA_DIR: dataDir,
      ...settings,
    },
  })
  processes.push(child)
  const [banner] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /http:\/\/localhost:\d+/.exec(banner.toString())?.[0] ?? ''
  hook.onArrival = async () => await new Promise(() => undefined)
  const made = await clientOf(url).customers.create({ name: 'Under way' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  hook.arrivals.length = 0
  hook.onArrival = async () => undefined

  const { stripe } = await start()
  expect(await stripe.customers.retrieve(made.id)).toMatchObject({ name: 'Under way' })
  const arrival = await eventually(async () => hook.arrivals[0])
  expect(arrival.event).toMatchObject({ type: 'customer.created', data: { object: { id: made.id } } })
})

it('moves a file aside that it cannot read, says so, and starts afresh', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await writeFile(join(dataDir, 'stripe.state'), 'not a state')
  const { stripe } = await start()
  expect((await stripe.customers.list()).data).toEqual([])
  await stripe.customers.create({ name: 'New' })
  expect(said.mock.calls.join()).toContain('starts afresh')
  said.mockRestore()
  const files = await readdir(dataDir)
  expect(files.filter((file) => file.startsWith('stripe.state.unreadable-'))).toHaveLength(1)
  expect(files).toContain('stripe.state')
})
