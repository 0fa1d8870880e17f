import { type Client, newId } from '@triptych/kernel'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import { bootModules, type databaseKinds, eventually, type TestSystem } from '@triptych/testkit'
import { defaultLanes, type Lane } from '../src/lanes/lane.ts'
import { aiGatewayContract, aiGatewayModule } from '../src/module.ts'
import type { UsageEvent } from '../src/store/tables.ts'
import { type Agreed, type Audit, standInIdentity } from './stand-in-identity.ts'

export type Gateway = Client<typeof aiGatewayContract>

/** One call as the sandbox saw it. */
export interface SandboxCall {
  readonly model: string
  readonly served_model: string | null
  readonly provider: string | null
  readonly status: number
  readonly outcome: string
  readonly fault: string | null
  readonly feature: string
  readonly messages?: readonly { readonly role: string; readonly content: string }[]
}

/** The gateway on a database of its own, with the sandbox's OpenRouter behind it. */
export interface TestGateway {
  readonly gateway: Gateway
  readonly system: TestSystem
  readonly logs: readonly string[]
  /** What was told to the audit trail. */
  readonly audits: readonly Audit[]
  /** Somebody who agreed to OpenRouter, by default anywhere, or to nothing. */
  person(options?: { readonly agrees: boolean; readonly region?: string }): string
  fault(fault: { readonly kind: string; readonly [option: string]: unknown }): Promise<void>
  calls(): Promise<SandboxCall[]>
  /** When all that was set aside is given back or spent: answers do not wait for it. */
  booked(): Promise<void>
  /** Usage events of a person, oldest first. */
  events(userId: string): Promise<UsageEvent[]>
  budget(scope: string): Promise<{ spent: number; held: number; alerted_percent: number }>
  rows<Row>(sql: string): Promise<Row[]>
  reset(): Promise<void>
  latency(mode: 'none' | 'realistic'): Promise<void>
  readonly openRouterUrl: string
  close(): Promise<void>
}

/** The default lanes with little patience, so that a stall is over soon. */
export const impatient = (change: Partial<Lane> = {}): Lane[] =>
  defaultLanes.map((lane) => ({
    ...lane,
    first_token_ms: 2_000,
    idle_ms: 2_000,
    total_ms: 12_000,
    base_delay_ms: 1,
    max_delay_ms: 1_500,
    breaker: { failures: 1_000, open_ms: 1_000 },
    ...change,
  }))

/** The default lanes with more patience than any busy machine needs, so that only what is set goes wrong. */
export const patient = (change: Partial<Lane> = {}): Lane[] =>
  impatient({ first_token_ms: 15_000, idle_ms: 15_000, total_ms: 30_000, ...change })

export interface GatewayOptions {
  readonly database: (typeof databaseKinds)[number]
  readonly lanes?: readonly Lane[]
  readonly environment?: Readonly<Record<string, string>>
  /** A sandbox that runs already; without it one of its own. */
  readonly sandboxUrl?: string
}

export async function openGateway({
  database,
  lanes,
  environment = {},
  sandboxUrl,
}: GatewayOptions): Promise<TestGateway> {
  const agreed: Agreed = new Set()
  const logs: string[] = []
  const audits: Audit[] = []
  const ownSandbox = sandboxUrl === undefined ? await openSandbox() : undefined
  const openRouter = `${sandboxUrl ?? ownSandbox?.url}/openrouter`
  const system = await bootModules({
    modules: [standInIdentity(agreed, audits), aiGatewayModule],
    database,
    loadDataKey: () => async () => null,
    onLog: (line) => void logs.push(line),
    environment: {
      OPENROUTER_API_KEY: 'sandbox-test-key',
      OPENROUTER_BASE_URL: `${openRouter}/api/v1`,
      AI_LANES: JSON.stringify(lanes ?? patient()),
      ...environment,
    },
  })
  const post = async (path: string, body?: unknown) => {
    const response = await fetch(`${openRouter}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    })
    if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`)
  }
  // The embedded database has one connection, which acts as the app's role: rows of everybody need the login's own.
  const rows = async <Row>(sql: string) => {
    const client = await system.database.owner.pool.connect()
    try {
      await client.query('begin')
      await client.query('set local role none')
      return (await client.query(sql)).rows as Row[]
    } finally {
      await client.query('commit')
      client.release()
    }
  }
  const booked = () =>
    eventually(async () => {
      const holds = await rows('select id from ai_gateway.ai_holds')
      if (holds.length > 0) throw new Error(`${holds.length} holds are open`)
    })
  return {
    gateway: system.clientOf(aiGatewayContract),
    system,
    logs,
    audits,
    person({ agrees, region = 'global' } = { agrees: true }) {
      const userId = newId()
      if (agrees) agreed.add(`${userId}:openrouter:${region}`)
      return userId
    },
    fault: (fault) => post('/faults', fault),
    async calls() {
      const response = await fetch(`${openRouter}/calls?bodies=1`)
      return ((await response.json()) as { items: SandboxCall[] }).items
    },
    booked,
    async events(userId) {
      await booked()
      return rows<UsageEvent>(
        `select * from ai_gateway.ai_usage_events where user_id = '${userId}' order by created_at, attempt`,
      )
    },
    async budget(scope) {
      await booked()
      const [row] = await rows<{ spent: number; held: number; alerted_percent: number }>(
        `select spent, held, alerted_percent from ai_gateway.ai_budgets where scope = '${scope}'`,
      )
      return row ?? { spent: 0, held: 0, alerted_percent: 0 }
    },
    rows,
    reset: () => post('/reset'),
    latency: (mode) => post('/latency', { mode }),
    openRouterUrl: `${openRouter}/api/v1`,
    async close() {
      await system.close()
      await ownSandbox?.close()
    },
  }
}

export const openSandbox = (): Promise<Sandbox> =>
  createSandbox({
    sandbox: 'on',
    port: 0,
    settings: { mail: { smtpPort: 0 }, openrouter: { latency: 'none' } },
  })

/** Turns a thought and keeps every event. */
export async function turn(test: TestGateway, userId: string, thought = heavyThought) {
  const stream = test.gateway.turnThought(test.system.contextFor(userId), { user_id: userId, thought })
  const events = []
  let step = await stream.next()
  while (step.done !== true) {
    events.push(step.value)
    step = await stream.next()
  }
  return { events, output: step.value }
}

export const heavyThought = 'I always ruin everything, and my boss thinks I am useless.'
