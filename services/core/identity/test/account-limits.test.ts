import { newId } from '@triptych/kernel'
import { databaseKinds, signUp, type TestSystem, testPassword } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootIdentity, cookiesOf, logIn, post, submitForm, tokenTo } from './system.ts'

const origin = 'http://localhost:3000'
const wrong = 'Wrong4Password'

/** Requests that come through a proxy, each from an address of its own. */
function fromEverywhere(system: TestSystem) {
  let places = 0
  return (path: string, body: object, headers: Record<string, string> = {}) => {
    places += 1
    const ip = `10.${(places >> 8) & 255}.${places & 255}.1`
    return post(system, path, body, { ...headers, 'x-forwarded-for': ip })
  }
}

const proxies = { TRUSTED_PROXIES: '127.0.0.1,::1' }

/** What an answer tells, without what differs in every one. */
const toldBy = ({ status, body }: { status: number; body: unknown }) => {
  const { request_id: _id, ...told } = body as Record<string, unknown>
  return JSON.stringify({ status, told })
}

describe.each(databaseKinds)('an account that many addresses work at, on %s', (database) => {
  let system: TestSystem
  let ask: ReturnType<typeof fromEverywhere>
  beforeAll(async () => {
    system = await bootIdentity(database, proxies)
    ask = fromEverywhere(system)
  })
  afterAll(() => system.close())

  const guess = (email: string) => ask('/auth/login', { email, password: wrong })
  const guesses = async (email: string, count: number) =>
    (await Promise.all(Array.from({ length: count }, () => guess(email)))).map(toldBy).sort()

  it('is not guessed at for long, is open to a known device, and tells nobody that it exists', async () => {
    const person = await signUp(system)
    const { device_token } = (await logIn(system, person.email)).body as { device_token: string }
    const answers = await guesses(person.email, 60)
    expect(answers.filter((answer) => answer.includes('"status":401'))).toHaveLength(50)
    expect(answers.filter((answer) => answer.includes('identity.too_many_attempts'))).toHaveLength(10)
    expect(await guesses(`${newId()}@example.org`, 60)).toEqual(answers)
    const right = { email: person.email, password: testPassword }
    expect(toldBy(await ask('/auth/login', right))).toBe(toldBy(await guess(person.email)))
    expect((await ask('/auth/login', { ...right, device_token })).status).toBe(200)
  })

  it('opens again to its person, who sets a new password from a mail on a device that is not known', async () => {
    const person = await signUp(system)
    await guesses(person.email, 51)
    await ask('/auth/forgot-password', { email: person.email })
    const token = await tokenTo(system, 'password_reset', person.email)
    const password = 'Another5Horse'
    const page = await submitForm(system, '/auth/reset-password/form', { token, password }, { origin })
    expect(page.status).toBe(303)
    const credentials = { email: person.email, password, session: 'cookie' }
    expect((await ask('/auth/login', credentials, { origin })).status).toBe(429)
    const cookie = `did=${cookiesOf(page.headers)['did']}`
    expect((await ask('/auth/login', credentials, { origin, cookie })).status).toBe(200)
  })

  it('gets a few mails an hour, whoever asks, with the same answer in the same time', async () => {
    const person = await signUp(system)
    for (const email of [person.email, `${newId()}@example.org`]) {
      const startedAt = performance.now()
      const answers: string[] = []
      for (let asked = 0; asked < 15; asked += 1)
        answers.push(toldBy(await ask('/auth/forgot-password', { email })))
      expect(new Set(answers)).toEqual(new Set([toldBy({ status: 202, body: { accepted: true } })]))
      // No answer is faster than one after which a mail goes.
      expect(performance.now() - startedAt).toBeGreaterThan(15 * 140)
      expect(await mailsTo(system, email, 'password_reset')).toBe(3)
    }
    for (let asked = 0; asked < 6; asked += 1)
      expect((await person.send('POST', '/api/v1/auth/resend-verification')).status).toBe(202)
    expect(await mailsTo(system, person.email, 'verify_email')).toBe(1 + 3)
    system.clock.advance(3_600_000)
    await ask('/auth/forgot-password', { email: person.email })
    expect(await mailsTo(system, person.email, 'password_reset')).toBe(4)
  })
})

describe.each(databaseKinds)('an address that must be verified first, on %s', (database) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await bootIdentity(database, { ...proxies, REQUIRE_VERIFIED_EMAIL: 'true' })
  })
  afterAll(() => system.close())

  it('is not flooded by whoever registers it and signs in, over and over', async () => {
    const ask = fromEverywhere(system)
    const email = `${newId()}@example.org`
    const account = { email, password: testPassword, full_name: 'Ada' }
    for (let times = 0; times < 6; times += 1) expect((await ask('/auth/register', account)).status).toBe(202)
    for (let times = 0; times < 6; times += 1)
      expect((await ask('/auth/login', { email, password: testPassword })).status).toBe(401)
    expect(await mailsTo(system, email, 'email_already_registered')).toBe(3)
    expect(await mailsTo(system, email, 'verify_email')).toBe(1 + 3)
  })
})

async function mailsTo(system: TestSystem, email: string, template: string): Promise<number> {
  const rows = await system.database.asOwner(
    'select id from identity.mails where email = $1 and template = $2',
    [email, template],
  )
  return rows.length
}
