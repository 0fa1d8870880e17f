import { newId } from '@triptych/kernel'
import {
  databaseKinds,
  type Person,
  personOf,
  send,
  signUp,
  type TestSystem,
  testPassword,
} from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootIdentity, codeOf, cookiesOf, identityOf, logIn, post } from './system.ts'

const api = (path: string) => `/api/v1${path}`
const origin = 'http://localhost:3000'

interface Refusal {
  readonly code: string
  readonly access_token: string
  readonly expires_in: number
}

describe.each(databaseKinds)('a suspended account on %s', (database) => {
  let system: TestSystem
  let boss: Person
  beforeAll(async () => {
    system = await bootIdentity(database)
    const person = await signUp(system)
    await identityOf(system).grantAdmin(system.contextFor(), { email: person.email })
    const body = (await logIn(system, person.email)).body as Parameters<typeof personOf>[1]
    boss = personOf(system, { ...body, email: person.email })
  })
  afterAll(() => system.close())

  const setStatus = (status: string, id: string) =>
    boss.send('PATCH', api(`/admin/users/${id}`), { body: { status } })

  async function suspended(): Promise<Person> {
    const person = await signUp(system)
    expect((await setStatus('suspended', person.userId)).body).toEqual({
      id: person.userId,
      status: 'suspended',
    })
    return person
  }

  /** Signs in and answers what the refusal hands over. */
  async function wayOut(person: Person) {
    const reply = await logIn(system, person.email)
    expect(reply.status).toBe(403)
    expect(codeOf(reply)).toBe('identity.suspended')
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.body).not.toHaveProperty('refresh_token')
    const { access_token, expires_in } = reply.body as Refusal
    expect(expires_in).toBeLessThanOrEqual(600)
    const headers = { authorization: `Bearer ${access_token}` }
    return (method: string, path: string, body?: unknown) =>
      send(system, method, api(path), { headers, ...(body === undefined ? {} : { body }) })
  }

  it('is signed out everywhere, and refused until it is active again', async () => {
    const person = await suspended()
    expect((await person.send('GET', api('/me'))).status).toBe(401)
    const refresh = { body: { refresh_token: person.refreshToken } }
    expect((await send(system, 'POST', api('/auth/refresh'), refresh)).status).toBe(401)
    const call = await wayOut(person)
    expect((await setStatus('active', person.userId)).status).toBe(200)
    expect((await call('DELETE', '/me')).status).toBe(401)
    expect((await logIn(system, person.email)).status).toBe(200)
    expect((await setStatus('suspended', boss.userId)).status).toBe(403)
    expect((await setStatus('suspended', newId())).status).toBe(404)
  })

  it('can be deleted by its person alone, who can do nothing else', async () => {
    const person = await suspended()
    const call = await wayOut(person)
    const closed: [string, string, unknown?][] = [
      ['GET', '/me'],
      ['PATCH', '/me/profile', { full_name: 'Kim' }],
      ['GET', '/auth/sessions'],
      ['POST', '/auth/tokens', { name: 'Build', scopes: ['memory:read'] }],
      ['POST', '/auth/change-password', { current_password: testPassword, password: 'Another5Horse' }],
      ['POST', '/organizations', { name: 'Prism' }],
      ['GET', '/admin/users'],
    ]
    for (const [method, path, body] of closed) {
      const reply = await call(method, path, body)
      expect([method, path, reply.status, codeOf(reply)]).toEqual([method, path, 403, 'identity.restricted'])
    }
    expect((await call('DELETE', '/me')).status).toBe(202)
    expect((await call('DELETE', '/me')).status).toBe(401)
    expect(codeOf(await logIn(system, person.email))).toBe('identity.invalid_credentials')
  })

  it('looks like none to whoever does not know the password', async () => {
    const person = await suspended()
    const [wrong, unknown] = [
      await logIn(system, person.email, 'Wrong4Password'),
      await logIn(system, `${newId()}@example.org`, 'Wrong4Password'),
    ]
    const { request_id: _, ...said } = unknown.body as { request_id: string }
    expect(wrong.status).toBe(unknown.status)
    expect(wrong.body).toEqual({ ...said, request_id: expect.any(String) as string })
  })

  it('keeps the token out of a browser’s scripts', async () => {
    const person = await suspended()
    const credentials = { email: person.email, password: testPassword, session: 'cookie' }
    const reply = await post(system, '/auth/login', credentials, { origin })
    expect(reply.status).toBe(403)
    expect(reply.body).not.toHaveProperty('access_token')
    const cookies = cookiesOf(reply.headers)
    expect(cookies).not.toHaveProperty('rid')
    for (const line of reply.headers.getSetCookie()) expect(line).toMatch(/HttpOnly.*SameSite=Lax/)
    const headers = { cookie: `sid=${cookies['sid']}`, origin }
    expect(codeOf(await send(system, 'GET', api('/me'), { headers }))).toBe('identity.restricted')
    expect((await send(system, 'DELETE', api('/me'), { headers })).status).toBe(202)
  })

  it('can be left again, and its sign-in ends by itself', async () => {
    const person = await suspended()
    const call = await wayOut(person)
    expect((await call('POST', '/auth/logout')).status).toBe(204)
    expect((await call('DELETE', '/me')).status).toBe(401)
    const late = await wayOut(person)
    system.clock.advance(11 * 60_000)
    expect((await late('DELETE', '/me')).status).toBe(401)
  })
})
