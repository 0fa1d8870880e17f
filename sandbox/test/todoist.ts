import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Item } from '../src/todoist/model.ts'
import type { Sandbox, SandboxOptions, SandboxSettings } from '../src/server.ts'
import { postJson, startSandbox } from './start.ts'

export const clientId = 'triptych-sandbox'
export const clientSecret = 'sandbox-todoist-client'

export interface Pair {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_in: number
  readonly scope: string
  readonly token_type: string
}

export interface SyncAnswer {
  readonly sync_token: string
  readonly full_sync: boolean
  readonly full_sync_date_utc?: string
  readonly items: Item[]
  readonly projects: { id: string; name: string; inbox_project: boolean }[]
  readonly user?: Record<string, unknown>
  readonly temp_id_mapping: Record<string, string>
  readonly sync_status: Record<string, 'ok' | Record<string, unknown>>
}

export interface Task {
  readonly type: string
  readonly uuid: string
  readonly args: Record<string, unknown>
  readonly temp_id?: string
}

/** A client of the sandbox's Todoist, as a program would be one. */
export interface TodoistClient {
  readonly base: string
  readonly sandbox: Sandbox
  authorize(query: Record<string, string>): Promise<URL>
  connect(auto?: string, scope?: string): Promise<Pair>
  token(body: Record<string, string>): Promise<Response>
  refresh(refreshToken: string | undefined): Promise<Response>
  revoke(token: string, secret?: string): Promise<Response>
  post(token: string, body: Record<string, unknown>): Promise<Response>
  /** Reads items (or `resources`) since a sync token. */
  read(token: string, since?: string, resources?: readonly string[]): Promise<SyncAnswer>
  command(token: string, ...commands: readonly Task[]): Promise<SyncAnswer>
  act(account: string, task: string, act: string, body?: object): Promise<Response>
  fault(kind: string, options?: object): Promise<void>
  advance(seconds: number): Promise<void>
  alive(account?: string): Promise<{ access: number; refresh: number; scopes: string[] }>
}

export async function startTodoist(
  todoist: NonNullable<SandboxSettings['todoist']> = {},
  options: Partial<SandboxOptions> = {},
): Promise<TodoistClient> {
  const sandbox = await startSandbox({ settings: { mail: { smtpPort: 0 }, todoist }, ...options })
  const base = `${sandbox.url}/todoist`
  const client: TodoistClient = {
    base,
    sandbox,
    async authorize(query) {
      const response = await fetch(`${base}/oauth/authorize?${new URLSearchParams(query)}`, {
        redirect: 'manual',
      })
      return new URL(response.headers.get('location') ?? 'about:blank')
    },
    async connect(auto = 'approve', scope = 'data:read_write') {
      const url = await client.authorize({ client_id: clientId, scope, state: 'tested', auto })
      const response = await client.token({ code: url.searchParams.get('code') ?? '' })
      return (await response.json()) as Pair
    },
    token: async (body) =>
      await fetch(`${base}/oauth/access_token`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...body }),
      }),
    refresh: async (refreshToken = '') =>
      await client.token({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async (token, secret = clientSecret) =>
      await fetch(`${base}/api/v1/revoke`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
        body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
      }),
    post: async (token, body) =>
      await postJson(`${base}/api/v1/sync`, body, { authorization: `Bearer ${token}` }),
    async read(token, since = '*', resources = ['items']) {
      const response = await client.post(token, { sync_token: since, resource_types: resources })
      return (await response.json()) as SyncAnswer
    },
    async command(token, ...commands) {
      return (await (await client.post(token, { commands })).json()) as SyncAnswer
    },
    act: async (account, task, act, body = {}) =>
      await postJson(`${base}/accounts/${account}/tasks/${task}/${act}`, body),
    async fault(kind, more = {}) {
      const response = await postJson(`${base}/faults`, { kind, ...more })
      if (response.status !== 201) throw new Error(await response.text())
    },
    async advance(seconds) {
      await postJson(`${base}/test/clock`, { advance_seconds: seconds })
    },
    async alive(account = 'demo') {
      const response = await fetch(`${base}/accounts/${account}`)
      return ((await response.json()) as { tokens_alive: Awaited<ReturnType<TodoistClient['alive']>> })
        .tokens_alive
    },
  }
  return client
}

export interface Call {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly event: {
    event_name: string
    user_id: string
    event_data: Item
    event_data_extra?: { old_item: Item; update_intent: string }
  }
}

/** A callback that keeps what it is sent and answers `status`. */
export async function startCallback(): Promise<{
  readonly url: string
  readonly calls: Call[]
  status: number
  close(): Promise<void>
}> {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body, event: JSON.parse(body) as Call['event'] })
      response.writeHead(callback.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const callback = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    status: 200,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return callback
}

/** The one item that `matches`. */
export function pick(items: readonly Item[], matches: (item: Item) => boolean): Item {
  const item = items.find(matches)
  if (item === undefined) throw new Error('No such item.')
  return item
}

export const isRecurring = ({ due }: Item): boolean => due?.is_recurring === true
export const isPlain = (item: Item): boolean =>
  !isRecurring(item) && item.parent_id === null && !item.content.startsWith('* ')
