import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postJson } from '../../test/start.ts'
import { clientId, clientSecret, startTodoist, type Pair, type TodoistClient } from '../../test/todoist.ts'

let todoist: TodoistClient
beforeAll(async () => {
  todoist = await startTodoist()
})
beforeEach(async () => {
  await fetch(`${todoist.base}/reset`, { method: 'POST' })
})
afterAll(async () => todoist.sandbox.close())

const asked = { client_id: clientId, scope: 'data:read_write', state: 'a/state=1', response_type: 'code' }
const pairOf = async (response: Response): Promise<Pair> => (await response.json()) as Pair

describe('the authorize page', () => {
  it('names scopes in words, the app and the accounts, and loads nothing from elsewhere', async () => {
    const response = await fetch(`${todoist.base}/oauth/authorize?${new URLSearchParams(asked)}`)
    const markup = await response.text()
    expect(markup).toContain('See and change your tasks, projects and labels')
    expect(markup).toContain('localhost:3000')
    expect(markup).toContain('demo@example.com')
    expect(markup).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/i)
    expect(response.headers.get('content-security-policy')).toContain('form-action')
  })

  it.each([
    ['allow', { code: expect.stringMatching(/^[0-9a-f]{40}$/) as string, state: 'a/state=1' }],
    ['cancel', { error: 'access_denied', state: 'a/state=1' }],
  ])('%s leads back to the app', async (decision, expected) => {
    const response = await fetch(`${todoist.base}/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...asked, account: 'empty', decision }),
    })
    const url = new URL(response.headers.get('location') ?? '')
    expect(url.origin + url.pathname).toBe('http://localhost:3000/api/v1/connectors/todoist/callback')
    expect(Object.fromEntries(url.searchParams)).toEqual(expected)
  })

  it.each([
    [{ scope: 'data:everything' }, 'invalid_scope'],
    [{ scope: '' }, 'invalid_scope'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ auto: 'deny' }, 'access_denied'],
  ])('%o is redirected as %s', async (change, error) => {
    const url = await todoist.authorize({ ...asked, auto: 'approve', ...change })
    expect(Object.fromEntries(url.searchParams)).toEqual({ error, state: 'a/state=1' })
  })

  it.each([{ client_id: 'somebody' }, { redirect_uri: 'https://elsewhere.example/back' }])(
    'sends nobody anywhere for %o',
    async (change) => {
      const query = new URLSearchParams({ ...asked, auto: 'approve', ...change })
      const response = await fetch(`${todoist.base}/oauth/authorize?${query}`, { redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([400, null])
    },
  )

  it('keeps the query of a redirect address that the app names', async () => {
    const url = await todoist.authorize({
      ...asked,
      auto: 'approve',
      redirect_uri: 'http://127.0.0.1:4000/back?tab=1',
    })
    expect(url.origin).toBe('http://127.0.0.1:4000')
    expect(url.searchParams.get('tab')).toBe('1')
  })

  it('opens an account for any e-mail that is asked for', async () => {
    const pair = await todoist.connect('wanda@example.net')
    const { user } = await todoist.read(pair.access_token, '*', ['user'])
    expect(user).toMatchObject({ email: 'wanda@example.net' })
  })
})

describe('the token endpoint', () => {
  it('gives a rotating app an hour and a refresh token', async () => {
    expect(await todoist.connect()).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      refresh_token: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      expires_in: 3600,
      scope: 'data:read_write',
      token_type: 'Bearer',
    })
  })

  it('gives a legacy app ten years and nothing to refresh', async () => {
    await postJson(`${todoist.base}/app`, { mode: 'legacy' })
    const pair = await todoist.connect()
    expect([pair.expires_in, 'refresh_token' in pair]).toEqual([315_360_000, false])
    await todoist.advance(300 * 24 * 3600)
    expect((await todoist.read(pair.access_token)).full_sync).toBe(true)
  })

  it('takes JSON as well as a form', async () => {
    const url = await todoist.authorize({ ...asked, auto: 'approve' })
    const response = await postJson(`${todoist.base}/oauth/access_token`, {
      client_id: clientId,
      client_secret: clientSecret,
      code: url.searchParams.get('code'),
    })
    expect(await pairOf(response)).toHaveProperty('access_token')
  })

  it('takes a code once, for ten minutes, from the app it was made for', async () => {
    const code = async (): Promise<string> =>
      (await todoist.authorize({ ...asked, auto: 'approve' })).searchParams.get('code') ?? ''
    const once = await code()
    expect((await todoist.token({ code: once })).status).toBe(200)
    const refusals = [
      await todoist.token({ code: once }),
      await todoist.token({ code: 'made-up' }),
      await todoist.token({ code: await code(), redirect_uri: 'http://localhost:1/other' }),
    ]
    const late = await code()
    await todoist.advance(601)
    refusals.push(await todoist.token({ code: late }))
    for (const refusal of refusals) {
      expect(refusal.status).toBe(400)
      expect(await refusal.json()).toEqual({ error: 'bad_authorization_code' })
    }
    const stranger = await todoist.token({ code: await code(), client_secret: 'guess' })
    expect(await stranger.json()).toEqual({ error: 'incorrect_application_credentials' })
  })

  it('ends an access token after an hour of its clock', async () => {
    const { access_token: token } = await todoist.connect()
    await todoist.advance(3300)
    expect((await todoist.post(token, { sync_token: '*', resource_types: ['items'] })).status).toBe(200)
    await todoist.advance(300)
    const response = await todoist.post(token, { sync_token: '*', resource_types: ['items'] })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error_tag: 'UNAUTHORIZED', error_code: 477 })
  })
})

describe('a refresh', () => {
  it('rotates on every use', async () => {
    const first = await todoist.connect()
    const second = await pairOf(await todoist.refresh(first.refresh_token))
    const third = await pairOf(await todoist.refresh(second.refresh_token))
    expect(
      new Set([first, second, third].flatMap((pair) => [pair.access_token, pair.refresh_token])).size,
    ).toBe(6)
  })

  it('answers the old token within 60 s with the same access token and no refresh token', async () => {
    const first = await todoist.connect()
    const second = await pairOf(await todoist.refresh(first.refresh_token))
    await todoist.advance(20)
    const response = await todoist.refresh(first.refresh_token)
    const again = await pairOf(response)
    expect([response.status, again.access_token]).toEqual([200, second.access_token])
    expect(again).not.toHaveProperty('refresh_token')
    expect((await todoist.refresh(second.refresh_token)).status).toBe(200)
  })

  it('revokes every token of that person after 60 s, and nobody else', async () => {
    const elsewhere = await todoist.connect()
    const first = await todoist.connect()
    const other = await todoist.connect('empty')
    const second = await pairOf(await todoist.refresh(first.refresh_token))
    await todoist.advance(61)
    const response = await todoist.refresh(first.refresh_token)
    expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_grant' }])
    expect(await todoist.alive()).toEqual({ access: 0, refresh: 0, scopes: [] })
    for (const { refresh_token: token } of [second, elsewhere]) {
      expect((await todoist.refresh(token)).status).toBe(400)
    }
    expect((await todoist.refresh(other.refresh_token)).status).toBe(200)
  })

  it('knows no other token', async () => {
    await todoist.connect()
    expect(await (await todoist.refresh('made-up')).json()).toEqual({ error: 'invalid_grant' })
    expect(await todoist.alive()).toMatchObject({ access: 1, refresh: 1 })
  })
})

describe('revoking', () => {
  it('answers 200 null and ends access and refresh token alike', async () => {
    const pair = await todoist.connect()
    const response = await todoist.revoke(pair.access_token)
    expect([response.status, await response.text()]).toEqual([200, 'null'])
    expect((await todoist.post(pair.access_token, { sync_token: '*' })).status).toBe(401)
    expect((await todoist.refresh(pair.refresh_token)).status).toBe(400)
  })

  it('answers the same for a token that nobody has (RFC 7009)', async () => {
    expect((await todoist.revoke('made-up')).status).toBe(200)
  })

  it('needs the credentials of the app', async () => {
    const pair = await todoist.connect()
    expect((await todoist.revoke(pair.access_token, 'guess')).status).toBe(401)
    expect(await todoist.alive()).toMatchObject({ access: 1 })
  })

  it('has the older form, with everything in the query', async () => {
    const pair = await todoist.connect()
    const query = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      access_token: pair.access_token,
    })
    const response = await fetch(`${todoist.base}/api/v1/access_tokens?${query}`, { method: 'DELETE' })
    expect(response.status).toBe(204)
    expect(await todoist.alive()).toMatchObject({ access: 0, refresh: 0 })
  })

  it('is what the person does in the settings, too', async () => {
    await todoist.connect()
    await postJson(`${todoist.base}/accounts/demo/disconnect`, {})
    expect(await todoist.alive()).toMatchObject({ access: 0, refresh: 0 })
  })
})
