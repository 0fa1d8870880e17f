import { databaseKinds, type Person } from '@triptych/testkit'
import { newId } from '@triptych/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { integrations, openScene, type Scene } from './system.ts'

describe.each(databaseKinds)('a calendar feed on %s', (database) => {
  let scene: Scene
  let person: Person
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    await calendar('/reset')
    person = await scene.person()
  })

  async function calendar(path: string, body: object = {}): Promise<unknown> {
    const response = await fetch(`${scene.sandbox.url}/ical${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const secret = 'the-address-of-nobody-else'
  const connect = (feedUrl = `${scene.sandbox.url}/ical/household.ics?secret=${secret}`) =>
    person.send('POST', '/api/v1/connectors/ical/connect', { body: { feed_url: feedUrl } })
  const sync = () => person.send('POST', '/api/v1/connectors/ical/sync')
  const standing = () => scene.standing(person, 'ical')
  async function titles(): Promise<string[]> {
    const context = scene.system.contextFor(person.userId)
    const client = integrations(scene.system)
    const { items } = await client.listOpenTasks(context, { user_id: person.userId })
    const opened = await Promise.all(
      items.map(({ id }) => client.getOpenTask(context, { user_id: person.userId, task_id: id })),
    )
    return opened.map(({ task }) => task?.title ?? '').sort()
  }

  it('is read at once, cannot be written to, and leaves nothing to take back', async () => {
    expect((await connect()).body).toMatchObject({ redirect_url: null, connector: { status: 'connected' } })
    await scene.work()
    const open = await titles()
    expect(open).toEqual(
      expect.arrayContaining(['Call the dentist', 'Renew the passport', 'Water the plants']),
    )
    for (const absent of ['Concert', 'Book the train', 'Sell the old bicycle'])
      expect(open).not.toContain(absent)

    const client = integrations(scene.system)
    const context = scene.system.contextFor(person.userId)
    const { items } = await client.listOpenTasks(context, { user_id: person.userId })
    const command = { user_id: person.userId, task_id: items[0]?.id ?? '', command_id: newId() }
    expect(await client.act(context, { ...command, action: 'complete' })).toMatchObject({
      outcome: 'unsupported',
    })
    expect(await titles()).toEqual(open)

    const gone = await person.send('DELETE', '/api/v1/connectors/ical')
    expect(gone.body).toMatchObject({ status: 'disconnected', disconnection: { state: 'not_needed' } })
    expect(await scene.system.database.asOwner('select from integrations.revocations')).toEqual([])
    expect(await titles()).toEqual([])
    expect(scene.logs.join('\n')).not.toContain(secret)
  })

  it.each([
    { kind: 'http_404', detail: /Nothing is found there/ },
    { kind: 'http_401', detail: /asks for a sign-in/ },
    { kind: 'html', detail: /not in the iCalendar format/ },
    { kind: 'bad_ics', detail: /not in the iCalendar format/ },
    { kind: 'huge', detail: /more than 2 MiB/ },
    { kind: 'private_redirect', detail: /on the public internet/ },
  ])('is refused with its reason for $kind', async ({ kind, detail }) => {
    await calendar('/faults', { kind })
    const refused = await connect()
    expect(refused).toMatchObject({ status: 400, body: { code: 'integrations.feed_refused' } })
    expect((refused.body as { detail: string }).detail).toMatch(detail)
    expect(await standing()).toMatchObject({ status: 'disconnected', problem: null })
  })

  it.each([
    'http://10.0.0.1/household.ics',
    'https://127.0.0.1/household.ics',
    'https://me:secret@calendar.example/household.ics',
    'file:///etc/hosts',
  ])('is refused at %s', async (address) => {
    expect(await connect(address)).toMatchObject({ status: 400 })
    expect(await standing()).toMatchObject({ status: 'disconnected' })
  })

  it.each([
    { kind: 'http_5xx', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'html', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'bad_ics', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'huge', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'cut_connection', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'private_redirect', answer: 503, status: 'connected', code: 'unavailable' },
    { kind: 'http_429', answer: 503, status: 'connected', code: 'busy' },
    { kind: 'http_404', answer: 409, status: 'needs_reconnect', code: 'access_refused' },
  ])('that was connected shows $status, $code after $kind, and keeps its tasks', async (given) => {
    const { kind, answer, status, code } = given
    await connect()
    await scene.work()
    const before = await scene.system.database.asOwner(
      `select id from integrations.tasks where user_id = '${person.userId}'`,
    )
    await calendar('/faults', { kind })
    expect((await sync()).status).toBe(answer)
    expect(await standing()).toMatchObject({ status, problem: { code } })
    const after = await scene.system.database.asOwner(
      `select id from integrations.tasks where user_id = '${person.userId}'`,
    )
    expect(after).toEqual(before)
    await calendar('/todos', { summary: 'Feed the cat' })
    await scene.advance(60)
    if (status === 'connected') expect((await sync()).status).toBe(200)
    else await connect()
    await scene.work()
    expect(await standing()).toMatchObject({ status: 'connected', problem: null })
    expect(await titles()).toContain('Feed the cat')
  })

  it('with a rule that never ends is read without it, and says so until it is gone', async () => {
    const never = (await calendar('/todos', {
      summary: 'Never',
      due: '19700101T000000Z',
      rrule: 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    })) as { uid: string }
    expect((await connect()).body).toMatchObject({ connector: { status: 'connected' } })
    await scene.work()
    const partly = { status: 'connected', problem: { code: 'partly_read' } }
    expect(await standing()).toMatchObject(partly)
    const open = await titles()
    expect(open).toEqual(expect.arrayContaining(['Call the dentist', 'Water the plants']))
    expect(open).not.toContain('Never')

    await scene.advance(60)
    expect((await sync()).body).toMatchObject(partly)
    expect(await titles()).toEqual(open)

    await calendar(`/todos/${encodeURIComponent(never.uid)}/delete`)
    expect((await sync()).body).toMatchObject({ status: 'connected', problem: null })
    expect(await titles()).toEqual(open)
  })
})
