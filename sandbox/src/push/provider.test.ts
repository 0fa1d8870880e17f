import { SignJWT } from 'jose'
import { createPrivateKey } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import webPush from 'web-push'
import { createRecordingClock, postJson, startSandbox } from '../../test/start.ts'
import type { Sandbox } from '../server.ts'

interface Subscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}
interface Message {
  readonly payload: string | null
  readonly opened: boolean
  readonly headers: object
  readonly vapid: object
}

const vapid = { ...webPush.generateVAPIDKeys(), subject: 'mailto:ops@example.org' }
const clock = createRecordingClock()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock })
})
afterAll(async () => sandbox.close())
beforeEach(async () => {
  await postJson(`${sandbox.url}/push/reset`, {})
})

async function subscribe(serverKey: string | undefined = vapid.publicKey): Promise<Subscription> {
  const body = serverKey === undefined ? {} : { application_server_key: serverKey }
  const response = await postJson(`${sandbox.url}/push/subscriptions`, body)
  expect(response.status).toBe(201)
  return (await response.json()) as Subscription
}

interface Sending {
  readonly payload?: string
  readonly headers?: Record<string, string>
  readonly vapidDetails?: typeof vapid
}

async function send(to: Subscription, sending: Sending = {}): Promise<Response> {
  const { headers, body } = webPush.generateRequestDetails(to, sending.payload ?? '{"title":"Hello"}', {
    vapidDetails: sending.vapidDetails ?? vapid,
    TTL: 60,
    urgency: 'high',
    topic: 'today',
  })
  const { 'Content-Length': _length, ...rest } = headers
  return await fetch(to.endpoint, {
    method: 'POST',
    headers: { ...(rest as Record<string, string>), ...sending.headers },
    body: new Uint8Array(body),
  })
}

async function received(endpoint: string): Promise<Message[]> {
  const response = await fetch(`${sandbox.url}/push/messages?endpoint=${encodeURIComponent(endpoint)}`)
  return ((await response.json()) as { items: Message[] }).items
}

const fault = (body: object) => postJson(`${sandbox.url}/push/faults`, body)

describe('a push', () => {
  it('is opened with the keys of its browser and kept with what came along', async () => {
    const browser = await subscribe()
    const payload = JSON.stringify({ title: 'Zürich ☀', url: '/oo/' })
    const reply = await send(browser, { payload })
    expect(reply.status).toBe(201)
    expect(reply.headers.get('location')).toMatch(/\/push\/messages\/push_\d+$/)
    expect(await received(browser.endpoint)).toEqual([
      {
        id: expect.stringMatching(/^push_/),
        endpoint: browser.endpoint,
        payload,
        opened: true,
        headers: { ttl: 60, urgency: 'high', topic: 'today' },
        vapid: {
          key: vapid.publicKey,
          aud: sandbox.url,
          sub: vapid.subject,
          exp: expect.stringMatching(/Z$/),
        },
        at: expect.stringMatching(/Z$/),
      },
    ])
  })

  it('reaches its own browser alone, and shows on the page as text', async () => {
    const [one, other] = [await subscribe(), await subscribe()]
    await send(one, { payload: '{"title":"<b>bold</b>"}' })
    expect(await received(other.endpoint)).toEqual([])
    const page = await (await fetch(`${sandbox.url}/push`)).text()
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;')
    expect(page).not.toContain('<b>bold')
  })

  it('made for other keys is taken, as a service cannot tell, and does not open', async () => {
    const [one, other] = [await subscribe(), await subscribe()]
    const reply = await send({ endpoint: one.endpoint, keys: other.keys })
    expect(reply.status).toBe(201)
    expect(await received(one.endpoint)).toMatchObject([{ opened: false, payload: null }])
  })
})

describe('a push is refused', () => {
  it.each([
    ['without TTL', { TTL: '' }, 400],
    ['with an unknown urgency', { Urgency: 'now' }, 400],
    ['with a long topic', { Topic: 'x'.repeat(33) }, 400],
    ['in another encoding', { 'Content-Encoding': 'aesgcm' }, 400],
    ['without a signature', { Authorization: 'Bearer x' }, 401],
  ] as const)('%s', async (_what, headers, status) => {
    const browser = await subscribe()
    expect((await send(browser, { headers })).status).toBe(status)
    expect(await received(browser.endpoint)).toEqual([])
  })

  it('beyond 4096 bytes', async () => {
    const browser = await subscribe()
    // 86 bytes of header, 16 of tag, one of padding.
    expect((await send(browser, { payload: 'x'.repeat(4_096 - 103) })).status).toBe(201)
    expect((await send(browser, { payload: 'x'.repeat(4_096 - 102) })).status).toBe(413)
  })

  it('when another key signed it than the browser subscribed with', async () => {
    const bound = await subscribe()
    const stranger = { ...webPush.generateVAPIDKeys(), subject: vapid.subject }
    expect((await send(bound, { vapidDetails: stranger })).status).toBe(403)
    const open = (await (await postJson(`${sandbox.url}/push/subscriptions`, {})).json()) as Subscription
    expect((await send(open, { vapidDetails: stranger })).status).toBe(201)
  })

  it.each([
    ['made for somebody else', { aud: 'https://push.example' }],
    ['that has ended', { exp: -60 }],
    ['that lives for more than a day', { exp: 90_000 }],
    ['whose contact is none', { sub: 'someone' }],
  ])('with a token %s', async (_what, change) => {
    const browser = await subscribe()
    const token = await signed({ aud: sandbox.url, exp: 3_600, sub: vapid.subject, ...change })
    const headers = { Authorization: `vapid t=${token}, k=${vapid.publicKey}` }
    expect((await send(browser, { headers })).status).toBe(403)
  })

  it('with a token whose signature is broken', async () => {
    const browser = await subscribe()
    const token = await signed({ aud: sandbox.url, exp: 3_600, sub: vapid.subject })
    expect(
      (await send(browser, { headers: { Authorization: `vapid t=${token}, k=${vapid.publicKey}` } })).status,
    ).toBe(201)
    const [head = '', , mac = ''] = token.split('.')
    const claims = Buffer.from(JSON.stringify({ aud: sandbox.url, exp: 4_000_000_000 })).toString('base64url')
    const forged = `vapid t=${head}.${claims}.${mac}, k=${vapid.publicKey}`
    expect((await send(browser, { headers: { Authorization: forged } })).status).toBe(403)
  })

  it('at an address that nobody has, and at one that has ended', async () => {
    const browser = await subscribe()
    expect((await send({ ...browser, endpoint: `${browser.endpoint}x` })).status).toBe(404)
    const address = `${sandbox.url}/push/subscriptions?endpoint=${encodeURIComponent(browser.endpoint)}`
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(204)
    expect((await send(browser)).status).toBe(410)
  })
})

describe('what goes wrong next', () => {
  it.each([
    ['http_403', 403],
    ['http_404', 404],
    ['http_410', 410],
    ['http_413', 413],
    ['http_429', 429],
    ['http_5xx', 503],
    ['dead', 200],
  ])('%s answers %i once and delivers nothing', async (kind, status) => {
    const browser = await subscribe()
    await fault({ kind })
    const reply = await send(browser)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('retry-after')).toBe(kind === 'http_429' ? '2' : null)
    expect(await received(browser.endpoint)).toEqual([])
    expect((await send(browser)).status).toBe(201)
  })

  it('may be narrowed to one browser, and take its time', async () => {
    const [one, other] = [await subscribe(), await subscribe()]
    await fault({ kind: 'http_5xx', status: 500, endpoint: one.endpoint })
    expect((await send(other)).status).toBe(201)
    expect((await send(one)).status).toBe(500)
    await fault({ kind: 'slow', delay_ms: 1_234 })
    expect((await send(one)).status).toBe(201)
    expect(clock.waits).toContain(1_234)
  })
})

async function signed({ exp, ...claims }: { aud: string; exp: number; sub: string }): Promise<string> {
  const point = Buffer.from(vapid.publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: vapid.privateKey }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setExpirationTime(Math.floor(Date.now() / 1_000) + exp)
    .sign(createPrivateKey({ key: jwk, format: 'jwk' }))
}
