import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import { newId } from '@triptych/kernel'
import {
  eventually,
  type Person,
  personOf,
  type Reply,
  send,
  testPassword,
  type TestSystem,
  type TestSystemOptions,
} from '@triptych/testkit'
import { Stripe } from 'stripe'
import { bootBilling } from './system.ts'

export const secret = 'whsec_tested'
const day = 86_400_000

/** An event as it was sent: its bytes, in the newer and in the older shape. */
export interface Sent {
  readonly id: string
  readonly type: string
  readonly newer: string
  readonly older: string
}

export interface Company {
  readonly name: string
  readonly owner: Person
  readonly organizationId: string
}

export interface Mail {
  readonly subject: string
  readonly text: string
  readonly links: readonly string[]
}

/** Billing beside the sandbox’s Stripe, whose events are held here until a test hands them on. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly system: TestSystem
  readonly stripe: Stripe
  readonly logs: string[]
  company(name?: string): Promise<Company>
  /** Begins a checkout and ends it at Stripe. */
  subscribe(company: Company, plan?: string, outcome?: string): Promise<string>
  /** What was sent since this was last asked, oldest first. */
  sent(): Promise<Sent[]>
  /** Hands an event on, signed now. */
  deliver(body: string, at?: number): Promise<Reply>
  /** Hands on all that was sent; with jobs and mails done. */
  catchUp(): Promise<void>
  /** Moves every clock. */
  advance(days: number): Promise<void>
  play(path: string, body: object): Promise<unknown>
  mails(to: string): Promise<Mail[]>
  signIn(company: Company): Promise<Company>
  close(): Promise<void>
}

interface Hook {
  readonly url: string
  readonly bodies: string[]
  readonly server: Server
}

async function openHook(): Promise<Hook> {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString('utf8'))
      response.writeHead(200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies, server }
}

export const sign = (body: string, at: number, by = secret): string =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret: by, timestamp: Math.floor(at / 1_000) })

export async function openScene(
  database: TestSystemOptions['database'],
  environment: Record<string, string> = {},
): Promise<Scene> {
  const [newer, older] = [await openHook(), await openHook()]
  const sandbox = await createSandbox({
    sandbox: 'on',
    port: 0,
    settings: { mail: { smtpPort: 0 }, stripe: { webhookUrl: newer.url, webhookSecret: secret } },
  })
  const stripe = new Stripe('sk_test_tested', {
    host: '127.0.0.1',
    port: new URL(sandbox.url).port,
    protocol: 'http',
    telemetry: false,
  })
  await stripe.webhookEndpoints.create({
    url: older.url,
    enabled_events: ['*'],
    api_version: '2025-02-24.acacia',
  })
  const logs: string[] = []
  const system = await bootBilling(database, {
    environment: {
      STRIPE_SECRET_KEY: 'sk_test_tested',
      STRIPE_API_URL: sandbox.url,
      STRIPE_WEBHOOK_SECRET: `whsec_next,${secret}`,
      SMTP_URL: `smtp://127.0.0.1:${new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port}`,
      ...environment,
    },
    onLog: (line) => logs.push(line),
  })
  const scene: Scene = {
    sandbox,
    system,
    stripe,
    logs,
    company: (name = 'Glasshouse') => register(scene, name),
    async subscribe({ owner }, plan = 'pro', outcome = 'paid') {
      const reply = await owner.send('POST', '/api/v1/checkout/session', {
        body: {
          plan_id: plan,
          success_url: 'http://localhost:3000/console/company/plan?session_id={CHECKOUT_SESSION_ID}',
          cancel_url: 'http://localhost:3000/console/company/plan?checkout=canceled',
        },
      })
      if (reply.status !== 200) throw new Error(`the checkout answered ${reply.status}: ${reply.text}`)
      const { session_id: session } = reply.body as { session_id: string }
      await scene.play(`test/checkout/${session}`, { outcome })
      return session
    },
    async sent() {
      await scene.play('test/clock', {})
      return pairs(newer.bodies.splice(0), older.bodies.splice(0))
    },
    deliver: (body, at = system.clock.now()) =>
      send(system, 'POST', '/api/v1/webhooks/stripe', {
        raw: body,
        headers: { 'stripe-signature': sign(body, at) },
      }),
    async catchUp() {
      for (const event of await scene.sent()) {
        const reply = await scene.deliver(event.newer)
        if (reply.status !== 200) throw new Error(`${event.type} answered ${reply.status}: ${reply.text}`)
      }
      await system.settle()
    },
    async advance(days) {
      system.clock.advance(days * day)
      await scene.play('test/clock', { advance_days: days })
    },
    async play(path, body) {
      const response = await fetch(`${sandbox.url}/stripe/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
      return response.json()
    },
    async mails(to) {
      const response = await fetch(`${sandbox.url}/mail/messages?to=${encodeURIComponent(to)}`)
      return ((await response.json()) as { items: Mail[] }).items.toReversed()
    },
    async signIn(company) {
      const { email } = company.owner
      const reply = await send(system, 'POST', '/api/v1/auth/login', {
        body: { email, password: testPassword },
      })
      const owner = personOf(system, { ...(reply.body as Parameters<typeof personOf>[1]), email })
      return { ...company, owner }
    },
    async close() {
      await system.close()
      await sandbox.close()
      for (const { server } of [newer, older]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
  return scene
}

function pairs(newer: readonly string[], older: readonly string[]): Sent[] {
  const idOf = (body: string) => JSON.parse(body) as { id: string; type: string }
  const byId = new Map(older.map((body) => [idOf(body).id, body]))
  return newer.map((body) => {
    const { id, type } = idOf(body)
    return { id, type, newer: body, older: byId.get(id) ?? body }
  })
}

async function register(scene: Scene, name: string): Promise<Company> {
  const { system } = scene
  const email = `${newId()}@example.org`
  const body = { email, password: testPassword, full_name: 'Ada Example', company_name: name }
  let reply = await send(system, 'POST', '/api/v1/auth/register', { body })
  if (reply.status === 429) {
    // All people of a test come from one address; its limit is as strict as everybody's.
    system.clock.advance(60_000)
    reply = await send(system, 'POST', '/api/v1/auth/register', { body })
  }
  if (reply.status !== 201) throw new Error(`registering answered ${reply.status}: ${reply.text}`)
  await system.settle()
  const token = await eventually(async () => {
    const links = (await scene.mails(email)).flatMap((mail) => mail.links)
    const found = links.map((link) => new URL(link).searchParams.get('token')).find((one) => one !== null)
    if (found === undefined || found === null) throw new Error(`no mail to ${email} has a token`)
    return found
  })
  await send(system, 'POST', '/api/v1/auth/verify-email', { body: { token } })
  const { organization, ...signedIn } = reply.body as Parameters<typeof personOf>[1] & {
    organization: { id: string }
  }
  const owner = personOf(system, { ...signedIn, email })
  return scene.signIn({ name, owner, organizationId: organization.id })
}
