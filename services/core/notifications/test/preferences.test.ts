import { newId } from '@triptych/kernel'
import { databaseKinds, send, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notifications, openScene, type Scene } from './system.ts'

describe.each(databaseKinds)('preferences on %s', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())

  const weekly = (person: { userId: string; email: string }) =>
    notifications(scene.system).sendEmail(scene.system.contextFor(), {
      to: person.email,
      user_id: person.userId,
      template: 'weekly_summary',
      locale: 'en',
      variables: { link: 'https://triptych.example/kalei/spectrum' },
      dedupe_key: `weekly:${newId()}`,
    })

  it('turns off one kind by the link in its mail, and leaves the others', async () => {
    const person = await signUp(scene.system)
    await weekly(person)
    await scene.deliver()
    const weeklies = async () =>
      (await scene.inbox(person.email)).filter(({ subject }) => subject === 'Your week is ready')
    const [mail] = await weeklies()
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    const address = /^<(.+)>$/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
    expect(mail?.text).toContain(address)
    const path = new URL(address).pathname

    // Programs that only look at the link change nothing.
    const looked = await send(scene.system, 'GET', path, { headers: { 'accept-language': 'de' } })
    expect(looked.text).toContain('Abbestellen')
    expect((await person.send('GET', '/api/v1/notifications/preferences')).body).toMatchObject({
      categories: { weekly_summary: { email: true } },
    })
    const clicked = await send(scene.system, 'POST', path, {
      raw: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(clicked.status).toBe(200)
    expect((await person.send('GET', '/api/v1/notifications/preferences')).body).toMatchObject({
      categories: { weekly_summary: { email: false } },
    })
    await weekly(person)
    await scene.deliver()
    expect(await weeklies()).toHaveLength(1)
  })

  it('refuses a link that was not made here', async () => {
    const token = `${Buffer.from(`${newId()}:weekly_summary`).toString('base64url')}.AAAA`
    const reply = await send(scene.system, 'POST', '/api/v1/notifications/unsubscribe', { body: { token } })
    expect(reply).toMatchObject({ status: 422, body: { code: 'notifications.link_invalid' } })
    expect((await send(scene.system, 'POST', `/api/v1/notifications/unsubscribe/${token}`)).status).toBe(422)
  })

  it('holds what can wait until quiet hours are over, and nothing else', async () => {
    const person = await signUp(scene.system)
    const now = new Date(scene.system.clock.now())
    const hour = (shift: number) => new Date(now.getTime() + shift * 3_600_000).toISOString().slice(11, 16)
    const changed = await person.send('PATCH', '/api/v1/notifications/preferences', {
      body: { quiet_hours: { enabled: true, start: hour(-1), end: hour(1), time_zone: 'UTC' } },
    })
    expect(changed.status).toBe(200)
    await weekly(person)
    await notifications(scene.system).sendEmail(scene.system.contextFor(), {
      to: person.email,
      user_id: person.userId,
      template: 'password_reset',
      locale: 'en',
      variables: { link: 'https://triptych.example/reset' },
      dedupe_key: `reset:${newId()}`,
    })
    await scene.system.settle()
    const subjects = async () => (await scene.inbox(person.email)).map(({ subject }) => subject)
    expect(await subjects()).toContain('Set a new password')
    expect(await subjects()).not.toContain('Your week is ready')
    scene.system.clock.advance(2 * 3_600_000)
    await scene.deliver()
    expect(await subjects()).toContain('Your week is ready')
  })
})
