import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { subjectOf } from './people.ts'
import type { Sandbox } from '../server.ts'
import { createRecordingClock, postJson, startSandbox } from '../../test/start.ts'

const clock = createRecordingClock()
const redirectUri = 'http://localhost:3000/api/v1/auth/google/callback'
let sandbox: Sandbox
let config: client.Configuration

beforeAll(async () => {
  sandbox = await startSandbox({ clock })
  config = await discover()
})
beforeEach(async () => {
  await fetch(`${sandbox.url}/google/reset`, { method: 'POST' })
})
afterAll(async () => sandbox.close())

async function discover(auth?: client.ClientAuth): Promise<client.Configuration> {
  return await client.discovery(
    new URL(`${sandbox.url}/google`),
    'triptych-sandbox.apps.googleusercontent.com',
    'sandbox-google-client',
    auth,
    { execute: [client.allowInsecureRequests] },
  )
}

const fault = (body: object): Promise<Response> => postJson(`${sandbox.url}/google/faults`, body)

interface SignIn {
  readonly url: URL
  readonly checks: client.AuthorizationCodeGrantChecks
}

async function begin(extra: Record<string, string>): Promise<SignIn> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    prompt: 'select_account',
    ...extra,
  })
  return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } }
}

/** One request, no cookies: where does the authorize URL lead? */
async function follow(url: URL): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? '', sandbox.url)
}

async function signIn(auto: string, using = config): Promise<client.IDToken> {
  const { url, checks } = await begin({ auto })
  const tokens = await client.authorizationCodeGrant(using, await follow(url), checks)
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('no ID token')
  return claims
}

describe('signing in', () => {
  it('gives a full ID token to a program that names the person', async () => {
    const claims = await signIn('demo')
    expect(claims).toMatchObject({
      iss: `${sandbox.url}/google`,
      sub: subjectOf('demo@example.com'),
      email: 'demo@example.com',
      email_verified: true,
      name: 'Dana Demo',
      given_name: 'Dana',
      family_name: 'Demo',
    })
    const picture = `${sandbox.url}/google/pictures/${claims.sub}.svg`
    expect(claims['picture']).toBe(picture)
    expect((await fetch(picture)).headers.get('content-type')).toBe('image/svg+xml')
  })

  it('knows Workspace, unverified and long-named people, and opens an account for any address', async () => {
    expect(await signIn('ada')).toMatchObject({ hd: 'glasshouse.example' })
    expect(await signIn('kim.unverified')).toMatchObject({ email_verified: false })
    expect(await signIn('annegret.oberdorfer')).toMatchObject({
      family_name: 'Oberdorfer-Schwarzenbergerstein',
    })
    const someone = await signIn('Jo.Walker@example.net')
    expect(someone).toMatchObject({ email: 'jo.walker@example.net', name: 'Jo Walker' })
    expect(someone.sub).toBe((await signIn('jo.walker@example.net')).sub)
  })

  it('takes the secret in the body and in the header, and no wrong one', async () => {
    const basic = await discover(client.ClientSecretBasic('sandbox-google-client'))
    expect(await signIn('demo', basic)).toMatchObject({ email: 'demo@example.com' })
    const wrong = await discover(client.ClientSecretPost('guessed'))
    await expect(signIn('demo', wrong)).rejects.toThrow()
  })

  it('answers userinfo for the access token, and refuses a code twice', async () => {
    const { url, checks } = await begin({ auto: 'demo' })
    const callback = await follow(url)
    const tokens = await client.authorizationCodeGrant(config, callback, checks)
    const info = await client.fetchUserInfo(config, tokens.access_token, subjectOf('demo@example.com'))
    expect(info).toMatchObject({ email: 'demo@example.com', email_verified: true })
    await expect(client.authorizationCodeGrant(config, callback, checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('holds the client to its PKCE verifier', async () => {
    const { url, checks } = await begin({ auto: 'demo' })
    const stolen = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    await expect(client.authorizationCodeGrant(config, await follow(url), stolen)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('returns to addresses of this machine only', async () => {
    const { url } = await begin({ auto: 'demo' })
    url.searchParams.set('redirect_uri', 'https://evil.example/callback')
    const response = await fetch(url, { redirect: 'manual' })
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('Sandbox')
  })
})

describe('the page to choose on', () => {
  const jar = new Map<string, string>()

  async function visit(url: URL, body?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    return response
  }

  async function choose(body: Record<string, string>): Promise<{ callback: URL; checks: SignIn['checks'] }> {
    jar.clear()
    const { url, checks } = await begin({ login_hint: 'me@example.net' })
    const chooser = new URL((await visit(url)).headers.get('location') ?? '', sandbox.url)
    const page = await (await visit(chooser)).text()
    expect(page).toContain('Dr. Annegret Oberdorfer-Schwarzenbergerstein')
    expect(page).toContain('Not verified')
    expect(page).toContain('value="me@example.net"')
    const resume = new URL((await visit(chooser, body)).headers.get('location') ?? '', sandbox.url)
    const callback = new URL((await visit(resume)).headers.get('location') ?? '', sandbox.url)
    return { callback, checks }
  }

  it('signs in whom one chooses', async () => {
    const { callback, checks } = await choose({ email: 'mateo.rios@example.net' })
    const tokens = await client.authorizationCodeGrant(config, callback, checks)
    expect(tokens.claims()).toMatchObject({ email: 'mateo.rios@example.net', name: 'Mateo Ríos' })
  })

  it('signs in someone else, unverified if one says so', async () => {
    const { callback, checks } = await choose({
      other_email: 'new@example.net',
      other_name: 'New Person',
      unverified: 'yes',
    })
    const tokens = await client.authorizationCodeGrant(config, callback, checks)
    expect(tokens.claims()).toMatchObject({
      email: 'new@example.net',
      name: 'New Person',
      email_verified: false,
    })
  })

  it('lets one go back', async () => {
    const { callback } = await choose({ deny: 'yes' })
    expect(callback.searchParams.get('error')).toBe('access_denied')
  })

  it('says so when the sign-in is long over', async () => {
    const response = await fetch(`${sandbox.url}/google/choose/gone`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('finished or took too long')
  })
})

describe('faults', () => {
  it('denied: the redirect says access_denied and keeps the state', async () => {
    await fault({ kind: 'denied' })
    const { url, checks } = await begin({ auto: 'demo' })
    const callback = await follow(url)
    expect(callback.searchParams.get('error')).toBe('access_denied')
    await expect(client.authorizationCodeGrant(config, callback, checks)).rejects.toMatchObject({
      error: 'access_denied',
    })
    expect(await signIn('demo')).toMatchObject({ email: 'demo@example.com' })
  })

  it.each(['wrong_nonce', 'wrong_audience', 'wrong_issuer', 'expired_id_token', 'wrong_state'])(
    '%s is noticed by a relying party, and the next sign-in works',
    async (kind) => {
      await fault({ kind })
      await expect(signIn('demo')).rejects.toThrow()
      expect(await signIn('demo')).toMatchObject({ email: 'demo@example.com' })
    },
  )

  it('bad_signature is noticed by whoever checks signatures', async () => {
    await fault({ kind: 'bad_signature' })
    const checking = await discover()
    client.enableNonRepudiationChecks(checking)
    await expect(signIn('demo', checking)).rejects.toThrow()
    expect(await signIn('demo', checking)).toMatchObject({ email: 'demo@example.com' })
  })

  it('server_error: 5xx at the place one names', async () => {
    await fault({ kind: 'server_error' })
    await expect(signIn('demo')).rejects.toMatchObject({ cause: { status: 500 } })
    await fault({ kind: 'server_error', at: 'jwks', status: 503 })
    expect(await signIn('demo')).toBeDefined()
    expect((await fetch(`${sandbox.url}/google/oauth2/v3/certs`)).status).toBe(503)
    expect((await fetch(`${sandbox.url}/google/oauth2/v3/certs`)).status).toBe(200)
  })

  it('invalid_grant: the code is refused', async () => {
    await fault({ kind: 'invalid_grant' })
    await expect(signIn('demo')).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('slow: the token takes as long as one says', async () => {
    clock.waits.length = 0
    await fault({ kind: 'slow', delay_ms: 12_345 })
    await signIn('demo')
    expect(clock.waits).toEqual([12_345])
  })
})

it('adds people by request', async () => {
  const person = { email: 'lee@work.example', name: 'Lee Wong', hd: 'work.example', email_verified: true }
  expect((await postJson(`${sandbox.url}/google/people`, person)).status).toBe(201)
  expect(await signIn('lee')).toMatchObject(person)
  expect((await postJson(`${sandbox.url}/google/people`, { email: 'nonsense' })).status).toBe(400)
})
