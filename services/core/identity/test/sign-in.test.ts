import { newId } from '@triptych/kernel'
import { databaseKinds, send, signUp, type TestSystem, testPassword } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootIdentity, codeOf, cookiesOf, logIn, mailTo, post, submitForm, tokenTo } from './system.ts'

const origin = 'http://localhost:3000'

describe.each(databaseKinds)('signing in on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootIdentity(database)
  })
  afterAll(() => system.close())

  it('creates an organisation with the person as its owner when a company is named', async () => {
    const email = `${newId()}@example.org`
    const body = { email, password: testPassword, full_name: 'Ada', company_name: 'Glasshouse' }
    const reply = await post(system, '/auth/register', body)
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({
      user: { email, email_verified: false },
      organization: { name: 'Glasshouse' },
      token_type: 'Bearer',
    })
    const { access_token } = reply.body as { access_token: string }
    const me = await send(system, 'GET', '/api/v1/me', {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(me.body).toMatchObject({ organizations: [{ name: 'Glasshouse', role: 'owner' }] })
    expect(reply.text).not.toContain('verification_token')
  })

  it('refuses a known address, a common password and a weak one', async () => {
    const person = await signUp(system)
    const register = (password: string, email = `${newId()}@example.org`) =>
      post(system, '/auth/register', { email, password, full_name: 'Ada' })
    expect(codeOf(await register(testPassword, person.email.toUpperCase()))).toBe('identity.email_taken')
    expect(codeOf(await register('Password1'))).toBe('identity.password_common')
    for (const weak of ['Sh0rt', 'alllower1', 'ALLUPPER1', 'NoDigitsHere'])
      expect((await register(weak)).status).toBe(400)
  })

  it('keeps passwords as Argon2id and tokens as hashes', async () => {
    const person = await signUp(system)
    const [row] = await system.database.asOwner<{ password_hash: string }>(
      'select password_hash from identity.users where id = $1',
      [person.userId],
    )
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const stored = await system.database.asOwner<{ text: string }>(
      `select row_to_json(r)::text as text from identity.refresh_tokens r`,
    )
    expect(stored.map((kept) => kept.text).join()).not.toContain(person.refreshToken)
  })

  it('ends this device’s access at once when it logs out', async () => {
    const person = await signUp(system)
    expect((await person.send('GET', '/api/v1/me')).status).toBe(200)
    expect((await person.send('POST', '/api/v1/auth/logout')).status).toBe(204)
    expect((await person.send('GET', '/api/v1/me')).status).toBe(401)
    const refresh = await post(system, '/auth/refresh', { refresh_token: person.refreshToken })
    expect(codeOf(refresh)).toBe('identity.refresh_invalid')
  })

  it('ends every device with logout-all, and one with its id', async () => {
    const person = await signUp(system)
    const other = (await logIn(system, person.email)).body as { access_token: string }
    const authorization = { headers: { authorization: `Bearer ${other.access_token}` } }
    const list = (await person.send('GET', '/api/v1/auth/sessions')).body as {
      items: { id: string; current: boolean }[]
    }
    expect(list.items.filter((item) => item.current)).toHaveLength(1)
    const elsewhere = list.items.find((item) => !item.current)?.id ?? ''
    expect((await person.send('DELETE', `/api/v1/auth/sessions/${elsewhere}`)).status).toBe(204)
    expect((await send(system, 'GET', '/api/v1/me', authorization)).status).toBe(401)
    expect((await person.send('GET', '/api/v1/me')).status).toBe(200)
    expect((await person.send('POST', '/api/v1/auth/logout-all')).status).toBe(204)
    expect((await person.send('GET', '/api/v1/me')).status).toBe(401)
  })

  it('rotates refresh tokens, gives a lost reply again, and revokes only the family of a thief', async () => {
    const person = await signUp(system)
    const elsewhere = (await logIn(system, person.email)).body as { refresh_token: string }
    const first = await post(system, '/auth/refresh', { refresh_token: person.refreshToken })
    const again = await post(system, '/auth/refresh', { refresh_token: person.refreshToken })
    const next = (first.body as { refresh_token: string }).refresh_token
    expect((again.body as { refresh_token: string }).refresh_token).toBe(next)
    expect((await post(system, '/auth/refresh', { refresh_token: next })).status).toBe(200)
    const stolen = await post(system, '/auth/refresh', { refresh_token: person.refreshToken })
    expect(stolen.status).toBe(401)
    expect(codeOf(stolen)).toBe('identity.refresh_reused')
    expect((await person.send('GET', '/api/v1/me')).status).toBe(401)
    expect((await post(system, '/auth/refresh', elsewhere)).status).toBe(400)
    const kept = { refresh_token: elsewhere.refresh_token }
    expect((await post(system, '/auth/refresh', kept)).status).toBe(200)
  })

  it('lets one of simultaneous refreshes win, and gives the others the same token', async () => {
    const person = await signUp(system)
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => post(system, '/auth/refresh', { refresh_token: person.refreshToken })),
    )
    const given = new Set(replies.map((reply) => (reply.body as { refresh_token: string }).refresh_token))
    expect(given.size).toBe(1)
  })

  it('keeps a browser’s session in cookies that no script reads, and renews it from them', async () => {
    const person = await signUp(system)
    const credentials = { email: person.email, password: testPassword, session: 'cookie' }
    const reply = await post(system, '/auth/login', credentials, { origin })
    expect(Object.keys(reply.body as object).sort()).toEqual(['expires_in', 'token_type', 'user'])
    for (const line of reply.headers.getSetCookie()) expect(line).toMatch(/HttpOnly.*SameSite=Lax/)
    const cookies = cookiesOf(reply.headers)
    const cookie = `sid=${cookies['sid']}; rid=${cookies['rid']}`
    expect((await send(system, 'GET', '/api/v1/me', { headers: { cookie } })).status).toBe(200)
    const renewed = await post(system, '/auth/refresh', { session: 'cookie' }, { cookie, origin })
    expect(renewed.status).toBe(200)
    expect(cookiesOf(renewed.headers)['rid']).not.toBe(cookies['rid'])
    const foreign = { cookie, origin: 'https://evil.example' }
    expect((await post(system, '/auth/refresh', { session: 'cookie' }, foreign)).status).toBe(403)
    expect((await post(system, '/auth/logout', {}, foreign)).status).toBe(403)
    expect((await post(system, '/auth/login', credentials, { origin: foreign.origin })).status).toBe(403)
    const out = await post(system, '/auth/logout', {}, { cookie: `sid=${cookies['sid']}`, origin })
    expect(out.status).toBe(204)
    expect(cookiesOf(out.headers)['sid']).toBe('')
  })

  it('lets an ended cookie be replaced by a new sign-in', async () => {
    const person = await signUp(system)
    const reply = await post(
      system,
      '/auth/login',
      { email: person.email, password: testPassword, session: 'cookie' },
      { cookie: 'sid=ended', origin },
    )
    expect(reply.status).toBe(200)
  })

  it('slows down guessing from one place without locking out the others or a known device', async () => {
    const person = await signUp(system)
    const known = (await logIn(system, person.email)).body as { device_token: string }
    const guess = () => logIn(system, person.email, 'Wrong4Password')
    for (let attempts = 0; attempts < 6; attempts += 1) expect((await guess()).status).toBe(401)
    const refused = await guess()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await logIn(system, person.email)).status).toBe(429)
    const body = { email: person.email, password: testPassword, device_token: known.device_token }
    expect((await post(system, '/auth/login', body)).status).toBe(200)
    const [stranger, unknown] = [await signUp(system), `${newId()}@example.org`]
    const forged = { ...body, email: stranger.email, password: 'Wrong4Password' }
    expect((await post(system, '/auth/login', forged)).status).toBe(401)
    for (let attempts = 0; attempts < 6; attempts += 1)
      expect((await logIn(system, unknown, 'Wrong4Password')).status).toBe(401)
    expect((await logIn(system, unknown, 'Wrong4Password')).status).toBe(429)
    system.clock.advance(3_600_000)
    expect((await logIn(system, person.email)).status).toBe(200)
  })

  it('verifies an address once, within a day, and never by opening the link', async () => {
    const person = await signUp(system)
    const token = await tokenTo(system, 'verify_email', person.email)
    for (const path of [`/auth/verify-email?token=${token}`, `/auth/verify-email/${token}`]) {
      const page = await send(system, 'GET', `/api/v1${path}`)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(page.text).toContain('<button')
      expect(page.text).not.toContain('<script')
    }
    expect((await person.send('GET', '/api/v1/me')).body).toMatchObject({ email_verified: false })
    const [first, twin] = await Promise.all([1, 2].map(() => post(system, '/auth/verify-email', { token })))
    expect([first, twin].map((reply) => reply?.status)).toEqual([200, 200])
    expect((await person.send('GET', '/api/v1/me')).body).toMatchObject({ email_verified: true })
    expect(codeOf(await post(system, '/auth/verify-email', { token: `${token}x` }))).toBe(
      'identity.token_invalid',
    )
    const late = await signUp(system)
    const lateToken = await tokenTo(system, 'verify_email', late.email)
    system.clock.advance(24 * 3_600_000 + 1_000)
    expect(codeOf(await post(system, '/auth/verify-email', { token: lateToken }))).toBe(
      'identity.token_invalid',
    )
  })

  it('verifies with the button of the page, from our pages alone', async () => {
    const person = await signUp(system)
    const token = await tokenTo(system, 'verify_email', person.email)
    const submit = (from: string) =>
      submitForm(system, '/auth/verify-email/form', { token }, { origin: from })
    expect((await submit('https://evil.example')).status).toBe(403)
    for (const reply of [await submit(origin), await submit(origin)]) {
      expect(reply.status).toBe(303)
      const done = await send(system, 'GET', reply.headers.get('location') ?? '')
      expect(done.text).toContain('Your e-mail address is confirmed')
    }
    expect((await logIn(system, person.email)).body).toMatchObject({ user: { email_verified: true } })
  })

  it('speaks German to whoever does, in mails and on pages, and leads back to where they came from', async () => {
    const email = `${newId()}@example.org`
    await post(system, '/auth/register', {
      email,
      password: testPassword,
      full_name: 'Ada',
      locale: 'de-CH',
      return_to: '/kalei/?a=1',
    })
    const mail = await mailTo(system, 'verify_email', email)
    expect(mail?.locale).toBe('de-CH')
    const { pathname, search, searchParams } = new URL(mail?.variables['link'] ?? '')
    const german = { 'accept-language': 'de-CH,de;q=0.9,en;q=0.8' }
    const page = await send(system, 'GET', `${pathname}${search}`, { headers: german })
    expect(page.text).toContain('<html lang="de">')
    expect(page.text).toContain('Ja, bestätigen')
    const fields = Object.fromEntries(searchParams)
    const reply = await submitForm(system, '/auth/verify-email/form', fields, { origin, ...german })
    const done = await send(system, 'GET', reply.headers.get('location') ?? '', { headers: german })
    expect(done.text).toContain('Deine E-Mail-Adresse ist bestätigt')
    expect(done.text).toContain('<a href="/kalei/?a=1">')
  })

  it('follows no address of others, and offers a new link in place of a spent one', async () => {
    const page = async (path: string) => (await send(system, 'GET', `/api/v1/auth${path}`)).text
    for (const elsewhere of ['https://evil.example/', '//evil.example', 'javascript:alert(1)']) {
      const text = await page(
        `/verify-email/done?${new URLSearchParams({ return_to: elsewhere }).toString()}`,
      )
      expect(text).toContain('<a href="/">')
      expect(text).not.toContain('evil')
    }
    const fields = { token: 'spent', password: 'Another5Horse' }
    const spent = await submitForm(system, '/auth/reset-password/form', fields, { origin })
    expect(spent.status).toBe(422)
    const text = await spent.text()
    expect(text).toContain('href="/kalei/forgot-password"')
    expect(text).not.toContain('<form')
  })

  it('sets a new password from a mail, once, and ends every sign-in', async () => {
    const person = await signUp(system)
    const ask = () => post(system, '/auth/forgot-password', { email: person.email })
    expect((await ask()).status).toBe(202)
    const token = await tokenTo(system, 'password_reset', person.email)
    const reset = () => post(system, '/auth/reset-password', { token, password: 'Another5Horse' })
    const replies = await Promise.all([reset(), reset()])
    expect(replies.map((reply) => reply.status).sort((a, b) => a - b)).toEqual([200, 422])
    expect((await person.send('GET', '/api/v1/me')).status).toBe(401)
    expect((await logIn(system, person.email)).status).toBe(401)
    expect((await logIn(system, person.email, 'Another5Horse')).status).toBe(200)
    expect(await tokenTo(system, 'verify_email', person.email)).not.toBe(token)
  })

  it('changes a password only for who knows the present one, and ends the other devices', async () => {
    const person = await signUp(system)
    const other = (await logIn(system, person.email)).body as { access_token: string }
    const change = (current_password: string) =>
      person.send('POST', '/api/v1/auth/change-password', {
        body: { current_password, password: 'Another5Horse' },
      })
    expect(codeOf(await change('Wrong4Password'))).toBe('identity.password_incorrect')
    expect((await change(testPassword)).status).toBe(200)
    expect((await person.send('GET', '/api/v1/me')).status).toBe(200)
    const headers = { authorization: `Bearer ${other.access_token}` }
    expect((await send(system, 'GET', '/api/v1/me', { headers })).status).toBe(401)
  })

  it('lets one of several changes of a password through, and a reset beside them be the last word', async () => {
    const person = await signUp(system)
    const change = (current_password: string, password: string) =>
      person.send('POST', '/api/v1/auth/change-password', { body: { current_password, password } })
    const wanted = ['Another5Horse', 'Another6Horse', 'Another7Horse']
    const replies = await Promise.all(wanted.map((password) => change(testPassword, password)))
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422])
    const current = wanted[replies.findIndex(({ status }) => status === 200)] ?? ''
    expect((await logIn(system, person.email, current)).status).toBe(200)

    await post(system, '/auth/forgot-password', { email: person.email })
    const token = await tokenTo(system, 'password_reset', person.email)
    const [reset] = await Promise.all([
      post(system, '/auth/reset-password', { token, password: 'Chosen8Horse' }),
      change(current, 'Guessed9Horse'),
    ])
    expect(reset.status).toBe(200)
    expect((await logIn(system, person.email, 'Chosen8Horse')).status).toBe(200)
  })

  it('publishes its keys and only what exists', async () => {
    const { keys } = (await send(system, 'GET', '/.well-known/jwks.json')).body as { keys: object[] }
    expect(keys.length).toBeGreaterThan(0)
    for (const key of keys) expect(key).not.toHaveProperty('d')
    const document = await send(system, 'GET', '/.well-known/openid-configuration')
    expect(document.body).toEqual({
      issuer: origin,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      response_types_supported: [],
    })
  })

  it('publishes a new signing key a day before it signs, and the old one until its last token ended', async () => {
    const dayMs = 24 * 3_600_000
    const email = (await signUp(system)).email
    const published = async () =>
      ((await send(system, 'GET', '/.well-known/jwks.json')).body as { keys: { kid: string }[] }).keys.map(
        (key) => key.kid,
      )
    const signedBy = async () => {
      const { access_token } = (await logIn(system, email)).body as { access_token: string }
      const header = Buffer.from(access_token.split('.')[0] ?? '', 'base64url').toString()
      return (JSON.parse(header) as { kid: string }).kid
    }
    const old = await signedBy()
    let days = 0
    while ((await published()).length < 2 && days < 95) {
      system.clock.advance(dayMs / 2)
      days += 0.5
    }
    const next = (await published()).find((kid) => kid !== old)
    expect(days).toBeGreaterThan(80)
    expect(await signedBy()).toBe(old)
    system.clock.advance(dayMs + 120_000)
    expect(await signedBy()).toBe(next)
    expect(await published()).toContain(old)
  })
})
