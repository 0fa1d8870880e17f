import { identityModule } from '@triptych/identity'
import { loadDataKey } from '@triptych/identity/contract'
import { integrationsModule } from '@triptych/integrations'
import { notificationsModule } from '@triptych/notifications'
import { newId } from '@triptych/kernel'
import { createSandbox, type Sandbox } from '@triptych/sandbox'
import { bootModules, type Person, signUp, type TestSystem, type TestSystemOptions } from '@triptych/testkit'
import { type RecommenderParts, recommenderWith } from '../src/module.ts'

export interface Tip {
  readonly id: string
  readonly kind: 'todo' | 'advice'
  readonly title: string
  readonly source: string
  readonly deep_link: string | null
  readonly meta: { readonly is_recurring: boolean; readonly is_fresh: boolean }
}

export interface TipRecord extends Tip {
  readonly offered_at: string
  readonly reacted_at: string | null
  readonly state: string
  readonly delivery: string
  readonly undo_until: string | null
  readonly notice: string | null
  readonly snoozed_until: string | null
}

/** The recommender with integrations and identity beside it, and Todoist as the sandbox plays it. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly system: TestSystem
  readonly logs: string[]
  todoist(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>
  /** Somebody with an account; with `connected`, their Todoist account of this name is read already. */
  person(options?: { connected?: string }): Promise<Person>
  recommend(person: Person): Promise<Tip>
  react(person: Person, tip: { id: string }, reaction: string, more?: object): Promise<TipRecord>
  /** Runs every job, also those that wait for their time or another attempt. */
  work(): Promise<void>
  close(): Promise<void>
}

type Environment = Readonly<Record<string, string>>

export async function openScene(
  database: TestSystemOptions['database'],
  environment: Environment | ((sandbox: Sandbox) => Promise<Environment>) = {},
  parts: RecommenderParts = {},
): Promise<Scene> {
  const sandbox = await createSandbox({
    sandbox: 'on',
    port: 0,
    settings: { mail: { smtpPort: 0 }, openrouter: { latency: 'none' } },
  })
  const logs: string[] = []
  const system = await bootModules({
    modules: [identityModule, integrationsModule, notificationsModule, recommenderWith(parts)],
    database,
    loadDataKey,
    environment: {
      SANDBOX: 'on',
      SANDBOX_URL: sandbox.url,
      ...(typeof environment === 'function' ? await environment(sandbox) : environment),
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

  async function work(): Promise<void> {
    // The queue goes by the database's clock, so the wait is taken off the rows.
    await system.database.asOwner(`update jobs.job_common set start_after = now() where state < 'active'`)
    await system.settle()
  }

  async function connect(person: Person, account: string): Promise<void> {
    const begun = await person.send('POST', '/api/v1/connectors/todoist/connect', { body: {} })
    const { redirect_url: address } = begun.body as { redirect_url: string }
    const consent = await fetch(`${address}&auto=${account}`, { redirect: 'manual' })
    const back = new URL(consent.headers.get('location') ?? '')
    const connected = await person.send('GET', `${back.pathname}${back.search}`)
    if (connected.status !== 200) throw new Error(`connecting answered ${connected.text}`)
    await work()
  }

  return {
    sandbox,
    system,
    logs,
    todoist,
    work,
    async person({ connected } = {}) {
      const person = await signUp(system)
      if (connected !== undefined) await connect(person, connected)
      return person
    },
    async recommend(person) {
      const reply = await person.send('POST', '/api/v1/recommend', { body: {} })
      if (reply.status !== 200) throw new Error(`recommend answered ${reply.text}`)
      return (reply.body as { tip: Tip }).tip
    },
    async react(person, { id }, reaction, more = {}) {
      const body = { tip_id: id, reaction, client_id: newId(), ...more }
      const reply = await person.send('POST', '/api/v1/feedback', { body })
      if (reply.status !== 202) throw new Error(`feedback answered ${reply.text}`)
      return (reply.body as { tip: TipRecord }).tip
    },
    async close() {
      await system.close()
      await sandbox.close()
    },
  }
}
