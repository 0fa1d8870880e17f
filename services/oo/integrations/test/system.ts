import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import {
  bootModules,
  type Person,
  personOf,
  type Reply,
  send,
  signUp,
  testPassword,
  type TestSystem,
  type TestSystemOptions,
} from '@triptych/testkit'
import { type Gate, openGate } from './gate.ts'
import { integrationsContract, integrationsModule } from '../src/module.ts'

export interface SandboxTask {
  readonly id: string
  readonly content: string
  readonly checked: boolean
  readonly is_deleted: boolean
  readonly due: { readonly date: string; readonly is_recurring: boolean } | null
}

/** A person whose sign-in outlasts any clock. */
export interface Connected extends Person {
  /** Their address at Todoist. */
  readonly account: string
  /** Their access, as the gate counts. */
  readonly grant: number
}

/** As long as Todoist gives access for. */
const accessSeconds = 3_600

type SignedIn = Parameters<typeof personOf>[1]

export interface Standing {
  readonly status: string
  readonly problem: { readonly code: string; readonly message: string } | null
  readonly disconnection: { readonly state: string; readonly ends_at: string } | null
  readonly last_sync_at: string | null
}

/** The service with identity beside it, and Todoist as the sandbox plays it. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly system: TestSystem
  /** Between the service and Todoist. */
  readonly gate: Gate
  readonly logs: string[]
  /** Calls Todoist's own side: `/faults`, `/accounts/{account}/tasks`, … */
  todoist(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>
  person(): Promise<Person>
  /** Somebody whose Todoist account of their own is connected and read. */
  connected(filling?: 'lively' | 'empty'): Promise<Connected>
  /** How the person stands with a connector. */
  standing(person: Person, provider?: string): Promise<Standing>
  /** Puts every clock forward, ours and Todoist's. */
  advance(seconds: number): Promise<void>
  /** Every access runs out, and nobody but the test asks for a reading. */
  endAccess(): Promise<void>
  /** Sends a person through the provider's consent and back. */
  connect(person: Person, options?: { retention_days?: number; account?: string }): Promise<Reply>
  /** Runs every job, also those that wait for another attempt. */
  work(): Promise<void>
  close(): Promise<void>
}

export const integrations = (system: TestSystem) => system.clientOf(integrationsContract)

/** What another process on the same database starts with. It does nobody's jobs. */
export function environmentOf({ system, gate }: Scene): Record<string, string> {
  const directory = system.running[0]?.config.DATA_DIR ?? ''
  const { url } = system.database
  return {
    TRIPTYCH_ENV: 'test',
    ROLE: 'api',
    PUBLIC_API: 'off',
    HOST: '127.0.0.1',
    PORT: '0',
    INTERNAL_PORT: '0',
    DATA_DIR: directory,
    SERVICE_KEYS_FILE: `${directory}/service-keys.json`,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
    TODOIST_CLIENT_ID: 'triptych-sandbox',
    TODOIST_CLIENT_SECRET: 'sandbox-todoist-client',
    TODOIST_API_URL: gate.url,
  }
}

export async function openScene(
  database: TestSystemOptions['database'],
  environment: Record<string, string> = {},
): Promise<Scene> {
  const sandbox = await createSandbox({
    sandbox: 'on',
    port: 0,
    settings: { mail: { smtpPort: 0 }, openrouter: { latency: 'none' } },
  })
  const gate = await openGate(`${sandbox.url}/todoist`)
  const logs: string[] = []
  const system = await bootModules({
    modules: [identityModule, integrationsModule],
    database,
    loadDataKey,
    environment: {
      SANDBOX: 'on',
      SANDBOX_URL: sandbox.url,
      TODOIST_CLIENT_ID: 'triptych-sandbox',
      TODOIST_CLIENT_SECRET: 'sandbox-todoist-client',
      TODOIST_AUTHORIZE_URL: `${sandbox.url}/todoist/oauth/authorize`,
      TODOIST_API_URL: gate.url,
      ...environment,
    },
    onLog: (line) => logs.push(line),
  })

  async function todoist(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${sandbox.url}/todoist${path}`, {
      method,
      ...(method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.status === 204 ? undefined : response.json()
  }

  const connect: Scene['connect'] = async (person, { account = 'approve', ...choice } = {}) => {
    const begun = await person.send('POST', '/api/v1/connectors/todoist/connect', { body: choice })
    const { redirect_url: address } = begun.body as { redirect_url: string }
    const consent = await fetch(`${address}&auto=${account}`, { redirect: 'manual' })
    const back = new URL(consent.headers.get('location') ?? '')
    return person.send('GET', `${back.pathname}${back.search}`)
  }

  /** Signs in again whenever a test has put the clock further than a sign-in lasts. */
  async function lasting(): Promise<Person> {
    let person = await signUp(system)
    return {
      ...person,
      async send(...request) {
        const reply = await person.send(...request)
        if (reply.status !== 401) return reply
        const body = { email: person.email, password: testPassword }
        const signedIn = (await send(system, 'POST', '/api/v1/auth/login', { body })).body as SignedIn
        person = personOf(system, { ...signedIn, email: person.email })
        return person.send(...request)
      },
    }
  }

  async function work(): Promise<void> {
    // The queue goes by the database's clock, so the wait is taken off the rows.
    await system.database.asOwner(`update jobs.job_common set start_after = now() where state < 'active'`)
    await system.settle()
  }

  async function advance(seconds: number): Promise<void> {
    // Todoist's first: a reading that begins meanwhile must not find a pause over that Todoist still wants.
    await todoist('POST', '/test/clock', { advance_seconds: seconds })
    system.clock.advance(seconds * 1_000)
  }

  return {
    sandbox,
    gate,
    system,
    logs,
    todoist,
    person: lasting,
    connect,
    work,
    async connected(filling = 'lively') {
      const person = await lasting()
      const account = `${newId()}@example.net`
      await todoist('POST', '/accounts', { email: account, filling })
      const reply = await connect(person, { account })
      if (reply.status !== 200) throw new Error(`connecting answered ${reply.text}`)
      await work()
      return { ...person, account, grant: gate.latestGrant() }
    },
    async standing(person, provider = 'todoist') {
      const { body } = await person.send('GET', '/api/v1/connectors')
      const found = (body as { items: (Standing & { provider: string })[] }).items.find(
        (one) => one.provider === provider,
      )
      if (found === undefined) throw new Error(`there is no ${provider}`)
      return found
    },
    advance,
    async endAccess() {
      await system.database.asOwner(
        `update integrations.connections set next_sync_at = next_sync_at + interval '1 year'`,
      )
      await advance(accessSeconds)
    },
    async close() {
      await system.close()
      await gate.close()
      await sandbox.close()
    },
  }
}
