import { newId } from '@triptych/kernel'
import { databaseKinds, type Person } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recommenderJobs } from '../src/jobs.ts'
import { openScene, type Scene } from './system.ts'

const hourMs = 3_600_000
const { Instant, PlainTime } = Temporal

describe.each(databaseKinds)('the daily push on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  const now = () => Instant.fromEpochMilliseconds(scene.system.clock.now())
  const goTo = (moment: Temporal.Instant | Temporal.ZonedDateTime) =>
    scene.system.clock.advance(moment.epochMilliseconds - scene.system.clock.now())
  /** The next time that the clocks of a zone show this. */
  const next = (zone: string, time: string): Temporal.ZonedDateTime => {
    const here = now().toZonedDateTimeISO(zone)
    const today = here.withPlainTime(PlainTime.from(time))
    return today.epochMilliseconds > here.epochMilliseconds ? today : today.add({ days: 1 })
  }
  const push = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${scene.sandbox.url}/push${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    })
    return response.json()
  }

  /** Somebody of this zone, who once had a tip, and answered at these hours of as many days before today. */
  async function someone(zone: string, hours: readonly number[] = [12]): Promise<Person> {
    const person = await scene.person()
    await person.send('PATCH', '/api/v1/me/profile', { body: { time_zone: zone } })
    const today = now().toZonedDateTimeISO(zone)
    for (const [days, hour] of hours.entries()) {
      const answered = today.subtract({ days: days + 1 }).withPlainTime({ hour, minute: 30 })
      await answer(person, answered.toInstant())
    }
    return person
  }
  /** A tip that is answered at a moment was offered then: what a device says of a time long before is not believed. */
  const answer = async (person: Person, moment: Temporal.Instant) => {
    const tip = await scene.recommend(person)
    const offered = [tip.id, moment.toString()]
    await scene.system.database.asOwner('update recommender.tips set offered_at = $2 where id = $1', offered)
    return scene.react(person, tip, 'acknowledged', { at: moment.toString() })
  }

  /** Opens a browser that takes pushes; gives its address. */
  async function subscribe(person: Person): Promise<string> {
    const { body } = await person.send('GET', '/api/v1/push/key')
    const { public_key: key } = body as { public_key: string }
    const browser = await push('/subscriptions', { application_server_key: key })
    const { endpoint, keys } = browser as { endpoint: string; keys: object }
    const reply = await person.send('POST', '/api/v1/push/subscriptions', {
      body: { endpoint, keys, app: 'oo' },
    })
    expect(reply.status).toBe(201)
    return endpoint
  }
  const arrived = async (endpoint: string): Promise<{ payload: string }[]> =>
    ((await push(`/messages?endpoint=${encodeURIComponent(endpoint)}`)) as { items: { payload: string }[] })
      .items

  /** Lets hours go by, one at a time, and gives the local times at which something arrived at this address. */
  async function pass(hours: number, endpoint: string, zone: string): Promise<string[]> {
    const times: string[] = []
    for (let hour = 0; hour < hours; hour += 1) {
      await scene.system.settle()
      const known = await arrived(endpoint)
      while (times.length < known.length) times.push(now().toZonedDateTimeISO(zone).toString().slice(0, 13))
      scene.system.clock.advance(hourMs)
    }
    return times
  }
  const at = (day: Temporal.PlainDate, hour: number) => `${day.toString()}T${String(hour).padStart(2, '0')}`

  it.each([
    // In UTC the hour after it lies on the next day.
    ['the hour in which most answers came', 'Asia/Tokyo', [8, 20, 8, 20, 8], 8],
    ['the earlier of two', 'Asia/Kathmandu', [21, 7, 21, 7, 13], 7],
    ['nine until there are five answers', 'America/New_York', [20, 20, 20, 20], 9],
  ])('comes once a day, in %s', async (_name, zone, hours, expected) => {
    goTo(next(zone, '00:05'))
    const first = now().toZonedDateTimeISO(zone).toPlainDate()
    const endpoint = await subscribe(await someone(zone, hours))
    expect(await pass(48, endpoint, zone)).toEqual([
      at(first, expected),
      at(first.add({ days: 1 }), expected),
    ])
    expect(JSON.parse((await arrived(endpoint))[0]?.payload ?? '')).toMatchObject({
      title: 'oO',
      url: '/oo/',
    })
  })

  it('goes by the hours of the person where clocks are changed, and comes once on such a day', async () => {
    const zone = 'Europe/Berlin'
    for (let changes = 0; changes < 2; changes += 1) {
      const change = now().toZonedDateTimeISO(zone).getTimeZoneTransition('next')
      if (change === null) throw new Error('Berlin changes its clocks')
      const day = change.toPlainDate()
      // The hour from two to three is left out in spring and comes twice in autumn.
      const expected = change.hour === 3 ? 3 : 2
      goTo(change.startOfDay().add({ minutes: 5 }))
      const endpoint = await subscribe(await someone(zone, [2, 2, 2, 2, 2]))
      expect(await pass(30, endpoint, zone)).toEqual([at(day, expected), at(day.add({ days: 1 }), 2)])
    }
  })

  it.each([
    {
      day: 'the same there, another in UTC',
      zone: 'Pacific/Auckland',
      answeredAt: '08:30',
      hours: [20, 20, 20, 20, 20],
      expected: 20,
    },
    {
      day: 'another there, the same in UTC',
      zone: 'America/Los_Angeles',
      answeredAt: '17:30',
      hours: [],
      expected: 9,
    },
  ])('does not come on the day of an answer: $day', async ({ zone, answeredAt, hours, expected }) => {
    goTo(next(zone, answeredAt))
    const day = now().toZonedDateTimeISO(zone).toPlainDate()
    const person = await someone(zone, hours)
    const endpoint = await subscribe(person)
    await answer(person, now())
    expect(await pass(38, endpoint, zone)).toEqual([at(day.add({ days: 1 }), expected)])
  })

  it('does not reach who has no browser for it, or does not want it', async () => {
    const zone = 'Europe/Berlin'
    goTo(next(zone, '08:05'))
    const [nowhere, unwilling, gone] = [await someone(zone), await someone(zone), await someone(zone)]
    const [refused, left] = [await subscribe(unwilling), await subscribe(gone)]
    const wanted = await subscribe(await someone(zone))
    await unwilling.send('PATCH', '/api/v1/notifications/preferences', {
      body: { pushes: { daily_tip: false } },
    })
    const { body } = await gone.send('GET', '/api/v1/push/subscriptions')
    const [subscription] = (body as { items: { id: string }[] }).items
    await gone.send('DELETE', `/api/v1/push/subscriptions/${subscription?.id}`)
    const day = now().toZonedDateTimeISO(zone).toPlainDate()
    expect(await pass(4, wanted, zone)).toEqual([at(day, 9)])
    expect([await arrived(refused), await arrived(left)]).toEqual([[], []])
    expect(
      await scene.system.database.asOwner(
        `select 1 from notifications.pushes where user_id in ('${nowhere.userId}', '${gone.userId}')`,
      ),
    ).toEqual([])
  })

  it('comes once, however many workers have the hour', async () => {
    const zone = 'Europe/Berlin'
    goTo(next(zone, '08:05'))
    const endpoint = await subscribe(await someone(zone))
    await scene.system.settle()
    scene.system.clock.advance(hourMs)
    // Each with a key of its own, so that none waits for another.
    const send = async () =>
      scene.system.running[0]?.platform.jobs.send(recommenderJobs.remind, {}, { singletonKey: newId() })
    await Promise.all(Array.from({ length: 6 }, send))
    await scene.system.settle()
    expect(await arrived(endpoint)).toHaveLength(1)
  })
})
