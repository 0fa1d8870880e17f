import { newId } from '@triptych/kernel'
import type { TestSystem } from './boot-modules.ts'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** Parsed when it is JSON. */
  readonly body: unknown
  readonly text: string
}

export interface SendOptions {
  readonly headers?: Record<string, string>
  /** Sent as it is; `body` is sent as JSON. */
  readonly raw?: string
  readonly body?: unknown
}

/** Somebody who talks to the public API as a browser or program would. */
export interface Person {
  readonly userId: string
  readonly email: string
  readonly accessToken: string
  readonly refreshToken: string
  send(method: string, path: string, options?: SendOptions): Promise<Reply>
}

const minuteMs = 60_000

export const testPassword = 'Correct4Horse'

/** Sends a request without any credential. */
export async function send(
  system: Pick<TestSystem, 'baseUrl'>,
  method: string,
  path: string,
  options: SendOptions = {},
): Promise<Reply> {
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  const response = await fetch(system.baseUrl + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text }
}

/** Creates an account and signs in. */
export async function signUp(system: TestSystem, email = `${newId()}@example.org`): Promise<Person> {
  const body = { email, password: testPassword, full_name: 'Ada Example' }
  let reply = await send(system, 'POST', '/api/v1/auth/register', { body })
  if (reply.status === 429) {
    // All people of a test come from one address; its limit is as strict as everybody's.
    system.clock.advance(minuteMs)
    reply = await send(system, 'POST', '/api/v1/auth/register', { body })
  }
  if (reply.status !== 201) throw new Error(`sign-up answered ${reply.status}: ${reply.text}`)
  const signedIn = reply.body as { user: { id: string }; access_token: string; refresh_token: string }
  return personOf(system, { ...signedIn, email })
}

export function personOf(
  system: TestSystem,
  signedIn: { user: { id: string }; email: string; access_token: string; refresh_token: string },
): Person {
  const authorization = `Bearer ${signedIn.access_token}`
  return {
    userId: signedIn.user.id,
    email: signedIn.email,
    accessToken: signedIn.access_token,
    refreshToken: signedIn.refresh_token,
    send: (method, path, options = {}) =>
      send(system, method, path, { ...options, headers: { authorization, ...options.headers } }),
  }
}
