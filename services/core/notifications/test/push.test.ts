import { newId } from '@triptych/kernel'
import { safetyContract } from '@triptych/safety/contract'
import type { Sandbox } from '@triptych/sandbox'
import { databaseKinds, type Person, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notificationsJobs } from '../src/jobs.ts'
import { notifications, openScene, type Scene, smtpOf } from './system.ts'

interface Subscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}
interface Message {
  readonly payload: string
  readonly headers: { readonly ttl: number; readonly urgency: string; readonly topic: string }
  readonly vapid: { readonly key: string; readonly sub: string }
}
interface Delivery {
  readonly status: string
  readonly code: string | null
  readonly attempts: number
}

const withPush = (sandbox: Sandbox): Record<string, string> => ({
  ...smtpOf(sandbox),
  SANDBOX: 'on',
  SANDBOX_URL: sandbox.url,
})
const hour = 3_600_000

describe.each(databaseKinds)('pushes on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database, withPush)
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    await fetch(`${scene.sandbox.url}/push/reset`, { method: 'POST' })
  })

  const post = async (path: string, body: object) => {
    const response = await fetch(`${scene.sandbox.url}/push${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  /** What a browser does with the key of this deployment. */
  const openBrowser = async (person: Person): Promise<Subscription> => {
    const { body } = await person.send('GET', '/api/v1/push/key')
    const key = (body as { public_key: string }).public_key
    return (await post('/subscriptions', { application_server_key: key })) as Subscription
  }
  const subscribe = (person: Person, { endpoint, keys }: Subscription, app = 'oo') =>
    person.send('POST', '/api/v1/push/subscriptions', {
      body: { endpoint, keys, app, user_agent: 'Firefox on a quiet laptop' },
    })
  const subscribed = async (): Promise<{ person: Person; browser: Subscription }> => {
    const person = await signUp(scene.system)
    const browser = await openBrowser(person)
    expect((await subscribe(person, browser)).status).toBe(201)
    return { person, browser }
  }
  const received = async ({ endpoint }: Subscription): Promise<Message[]> => {
    const response = await fetch(
      `${scene.sandbox.url}/push/messages?endpoint=${encodeURIComponent(endpoint)}`,
    )
    return ((await response.json()) as { items: Message[] }).items
  }
  const send = (person: Person, more: object = {}) =>
    notifications(scene.system).sendPush(scene.system.contextFor(), {
      user_id: person.userId,
      app: 'oo',
      kind: 'daily_tip',
      url: '/oo/',
      dedupe_key: `tip:${newId()}`,
      urgency: 'normal',
      ttl: 6 * 3_600,
      ...more,
    })
  const deliveriesOf = (person: Person): Promise<Delivery[]> =>
    scene.system.database.asOwner<Delivery>(
      `select * from notifications.push_deliveries where user_id = '${person.userId}' order by id`,
    )
  const subscriptionsOf = async (person: Person) =>
    (await person.send('GET', '/api/v1/push/subscriptions')).body as { items: Record<string, unknown>[] }
  const sendAndSettle = async (person: Person, more: object = {}): Promise<Delivery | undefined> => {
    await send(person, more)
    await scene.system.settle()
    return (await deliveriesOf(person)).at(-1)
  }

  it('arrives at the browser, in neutral words of the person’s language, once for a key', async () => {
    const { person, browser } = await subscribed()
    await person.send('PATCH', '/api/v1/me/profile', { body: { locale: 'de' } })
    const key = `tip:${newId()}`
    expect(await send(person, { dedupe_key: key, url: '/oo/?tip=1', urgency: 'high' })).toEqual({
      queued: true,
    })
    expect(await send(person, { dedupe_key: key })).toEqual({ queued: false })
    await scene.system.settle()
    const [message, ...others] = await received(browser)
    expect(others).toEqual([])
    const { tag, ...words } = JSON.parse(message?.payload ?? '') as Record<string, string>
    expect(words).toEqual({ title: 'oO', body: 'Dein Tipp für heute ist da.', url: '/oo/?tip=1' })
    expect(message?.headers).toEqual({ ttl: 6 * 3_600, urgency: 'high', topic: tag })
    expect(message?.vapid.sub).toBe('mailto:hello@triptych.example')
    expect(await deliveriesOf(person)).toMatchObject([{ status: 'sent', code: null, attempts: 1 }])
  })

  it('reaches every browser of the app and none of the other', async () => {
    const { person, browser } = await subscribed()
    const [second, kalei] = [await openBrowser(person), await openBrowser(person)]
    await subscribe(person, second)
    await subscribe(person, kalei, 'kalei')
    await sendAndSettle(person)
    expect(
      await Promise.all([browser, second, kalei].map(async (each) => (await received(each)).length)),
    ).toEqual([1, 1, 0])
  })

  it('is not kept when nobody can be reached', async () => {
    const person = await signUp(scene.system)
    const key = `tip:${newId()}`
    expect(await send(person, { dedupe_key: key })).toEqual({ queued: false })
    await subscribe(person, await openBrowser(person))
    expect(await send(person, { dedupe_key: key })).toEqual({ queued: true })
  })

  it('keeps addresses, keys and browser names sealed, and out of the logs', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_413' })
    await sendAndSettle(person)
    const rows = await scene.system.database.asOwner<{ row: string }>(
      `select t::text || encode(sealed_target, 'escape') as row from notifications.push_subscriptions t`,
    )
    const everything = [...rows.map(({ row }) => row), ...scene.logs].join('\n')
    const secrets = [browser.endpoint.split('/').at(-1) ?? '', browser.keys.auth, 'a quiet laptop']
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
    expect((await subscriptionsOf(person)).items).toMatchObject([
      { app: 'oo', endpoint_host: new URL(browser.endpoint).host, user_agent: 'Firefox on a quiet laptop' },
    ])
  })

  it('knows an endpoint again, and gives it to who named it last', async () => {
    const { person, browser } = await subscribed()
    const first = (await subscriptionsOf(person)).items[0]
    expect((await subscribe(person, browser)).body).toEqual({ id: first?.['id'] })
    const other = await signUp(scene.system)
    expect((await subscribe(other, browser)).status).toBe(201)
    expect((await subscriptionsOf(person)).items).toEqual([])
    expect(await send(person)).toEqual({ queued: false })
    await sendAndSettle(other)
    expect(await received(browser)).toHaveLength(1)
  })

  it('keeps the twenty browsers of an app that were heard of last', async () => {
    const { person, browser } = await subscribed()
    for (let count = 0; count < 20; count += 1) {
      scene.system.clock.advance(1)
      await subscribe(person, await openBrowser(person))
    }
    const { items } = (await person.send('GET', '/api/v1/push/subscriptions?limit=100')).body as {
      items: unknown[]
    }
    expect(items).toHaveLength(20)
    await sendAndSettle(person)
    expect(await received(browser)).toEqual([])
  })

  it.each([
    ['http://127.0.0.1:9/x', 'endpoint'],
    ['https://127.0.0.1/x', 'endpoint'],
    ['https://[::1]/x', 'endpoint'],
    ['https://10.1.2.3/x', 'endpoint'],
    ['https://localhost/x', 'endpoint'],
    ['http://localhost:9/x', 'endpoint'],
    ['http://push.example.com/x', 'endpoint'],
    ['https://a:b@push.example.com/x', 'endpoint'],
  ])('takes no address like %s', async (endpoint, path) => {
    const person = await signUp(scene.system)
    const reply = await subscribe(person, { ...(await openBrowser(person)), endpoint })
    expect(reply).toMatchObject({ status: 400, body: { code: 'notifications.push_subscription_invalid' } })
    expect(JSON.stringify(reply.body)).toContain(path)
  })

  it('takes no key that is no point of the curve', async () => {
    const person = await signUp(scene.system)
    const browser = await openBrowser(person)
    const keys = { ...browser.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') }
    expect(await subscribe(person, { ...browser, keys })).toMatchObject({
      status: 400,
      body: { code: 'notifications.push_subscription_invalid' },
    })
  })

  it.each(['http_404', 'http_410'])('forgets the browser after %s', async (kind) => {
    const { person } = await subscribed()
    await post('/faults', { kind })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'gone', code: `push_${kind.slice(5)}` })
    expect((await subscriptionsOf(person)).items).toEqual([])
  })

  it('takes a 403 for the end of a browser only when its key is not today’s', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_403' })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'failed', code: 'push_403' })
    await scene.deliver()
    expect(await received(browser)).toHaveLength(1)

    await scene.system.database.asOwner(
      `update notifications.push_subscriptions set vapid_key = 'an older one' where user_id = '${person.userId}'`,
    )
    // Saying the same address again does not make its key a new one.
    await subscribe(person, browser)
    await post('/faults', { kind: 'http_403' })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'gone', code: 'stale_key' })
    expect((await subscriptionsOf(person)).items).toEqual([])
  })

  it('is tried again after a failure that may pass, without a second push', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_5xx', times: 2 })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'failed', code: 'push_503', attempts: 1 })
    await scene.deliver()
    await scene.deliver()
    await scene.deliver()
    expect(await received(browser)).toHaveLength(1)
    expect(await deliveriesOf(person)).toMatchObject([{ status: 'sent', attempts: 3 }])
  })

  it('waits as long as it is told to', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_429', retry_after: 900 })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'failed', code: 'push_429' })
    const [job] = await scene.system.database.asOwner<{ seconds: number }>(
      `select extract(epoch from start_after - now())::float8 as seconds from jobs.job_common
        where name = '${notificationsJobs.deliverPush.name}' and state = 'created'
          and data ->> 'user_id' = '${person.userId}'`,
    )
    expect(job?.seconds).toBeGreaterThan(600)
    expect(job?.seconds).toBeLessThanOrEqual(900)
    await scene.deliver()
    expect(await received(browser)).toHaveLength(1)
  })

  it('is given up at once when it is refused for good, and after its last attempt', async () => {
    const { person } = await subscribed()
    await post('/faults', { kind: 'http_413' })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'dead', code: 'push_413', attempts: 1 })
    await post('/faults', { kind: 'http_5xx', times: 'always' })
    await send(person, { ttl: 2_000_000 })
    for (let count = 0; count < 12; count += 1) await scene.deliver()
    expect((await deliveriesOf(person)).at(-1)).toMatchObject({
      status: 'dead',
      code: 'push_503',
      attempts: 11,
    })
    expect((await subscriptionsOf(person)).items).toHaveLength(1)
  })

  it('lets go of a browser that was not heard of for sixty days, as one that is gone may answer 200', async () => {
    const [silent, alive] = [await subscribed(), await subscribed()]
    await post('/faults', { kind: 'dead', endpoint: silent.browser.endpoint })
    expect(await sendAndSettle(silent.person)).toMatchObject({ status: 'sent' })
    const heard = (person: Person, days: number) =>
      scene.system.database.asOwner(
        `update notifications.push_subscriptions
            set last_contact_at = '${new Date(scene.system.clock.now() - days * 24 * hour).toISOString()}'
          where user_id = '${person.userId}'`,
      )
    await heard(silent.person, 61)
    await heard(alive.person, 59)
    await tidy()
    expect((await subscriptionsOf(silent.person)).items).toEqual([])
    expect((await subscriptionsOf(alive.person)).items).toHaveLength(1)
  })

  const tidy = async () => {
    await scene.system.running[0]?.platform.jobs.send(notificationsJobs.tidyPushes, {})
    await scene.system.settle()
  }

  it('holds everything until quiet hours are over, and drops what is too late by then', async () => {
    const { person, browser } = await subscribed()
    const now = scene.system.clock.now()
    const at = (shift: number) => new Date(now + shift * hour).toISOString().slice(11, 16)
    await person.send('PATCH', '/api/v1/notifications/preferences', {
      body: { quiet_hours: { enabled: true, start: at(-1), end: at(2), time_zone: 'UTC' } },
    })
    expect(await sendAndSettle(person, { ttl: 3_600 })).toMatchObject({ status: 'skipped', code: 'too_late' })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'queued', attempts: 0 })
    await scene.deliver()
    expect(await received(browser)).toEqual([])
    scene.system.clock.advance(2 * hour)
    await scene.deliver()
    const [message] = await received(browser)
    expect(message?.headers.ttl).toBe(4 * 3_600)
  })

  it('leaves out a kind that the person has turned off', async () => {
    const { person, browser } = await subscribed()
    const changed = await person.send('PATCH', '/api/v1/notifications/preferences', {
      body: { pushes: { daily_tip: false } },
    })
    expect(changed.body).toMatchObject({ pushes: { daily_tip: false, reminder: true } })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'skipped', code: 'turned_off' })
    expect(await sendAndSettle(person, { kind: 'reminder' })).toMatchObject({ status: 'sent' })
    expect(await received(browser)).toHaveLength(1)
  })

  it('invites nobody back for a week after a crisis, also with what waited before it', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_5xx' })
    expect(await sendAndSettle(person)).toMatchObject({ status: 'failed' })
    const { crisis } = await scene.system.clientOf(safetyContract).checkText(scene.system.contextFor(), {
      user_id: person.userId,
      path: 'turn.thought',
      text: 'I want to kill myself',
    })
    expect(crisis).not.toBeNull()
    await scene.deliver()
    expect((await deliveriesOf(person)).at(-1)).toMatchObject({ status: 'skipped', code: 'after_crisis' })
    const day = 24 * hour
    expect(await sendAndSettle(person, { ttl: 864_000 })).toMatchObject({ code: 'after_crisis' })
    expect(await received(browser)).toEqual([])
    expect(await sendAndSettle(person, { kind: 'reminder' })).toMatchObject({ status: 'sent' })
    scene.system.clock.advance(7 * day)
    expect(await sendAndSettle(person)).toMatchObject({ status: 'sent' })
    await tidy()
    expect(
      await scene.system.database.asOwner(
        `select * from notifications.push_holds where user_id = '${person.userId}'`,
      ),
    ).toEqual([])
  })

  it('leaves a push to the worker that holds it, until that worker’s time is over', async () => {
    const { person, browser } = await subscribed()
    await post('/faults', { kind: 'http_5xx' })
    await sendAndSettle(person)
    const until = new Date(scene.system.clock.now() + 30_000).toISOString()
    await scene.system.database.asOwner(
      `update notifications.push_deliveries set status = 'sending', claimed_until = '${until}'
        where user_id = '${person.userId}'`,
    )
    await scene.deliver()
    expect(await received(browser)).toEqual([])
    scene.system.clock.advance(31_000)
    await scene.deliver()
    expect(await received(browser)).toHaveLength(1)
  })

  it('is in the person’s export without the address, and goes with the account', async () => {
    const { person, browser } = await subscribed()
    await sendAndSettle(person)
    const { sections } = await notifications(scene.system).exportPersonalData(scene.system.contextFor(), {
      user_id: person.userId,
    })
    expect(sections.find(({ name }) => name === 'push_subscriptions')?.items).toMatchObject([
      { endpoint_host: new URL(browser.endpoint).host },
    ])
    expect(sections.find(({ name }) => name === 'pushes')?.items).toMatchObject([
      { kind: 'daily_tip', status: 'sent' },
    ])
    expect(JSON.stringify(sections)).not.toContain(browser.endpoint)

    await post('/faults', { kind: 'http_5xx' })
    await sendAndSettle(person)
    expect((await person.send('DELETE', '/api/v1/me')).status).toBe(202)
    await scene.deliver()
    expect(await received(browser)).toHaveLength(1)
    const left = await scene.system.database.asOwner<{ rows: string }>(
      ['push_subscriptions', 'push_deliveries', 'pushes', 'push_holds']
        .map((name) => `select 1 from notifications.${name} where user_id = '${person.userId}'`)
        .join(' union all '),
    )
    expect(left).toEqual([])
    expect(await send(person)).toEqual({ queued: false })
  })
})
