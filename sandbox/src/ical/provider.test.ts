import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../server.ts'

describe('the calendar feed', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox({ sandbox: 'on', port: 0, settings: { mail: { smtpPort: 0 } } })
  })
  afterAll(() => sandbox.close())
  const at = (path: string) => `${sandbox.url}/ical${path}`
  const post = (path: string, body: object = {}) =>
    fetch(at(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  beforeEach(() => fetch(at('/reset'), { method: 'POST' }))

  it('answers a calendar, and 304 to who knows it already', async () => {
    const first = await fetch(at('/household.ics'))
    const text = await first.text()
    expect(first.headers.get('content-type')).toContain('text/calendar')
    expect(text.match(/BEGIN:VTODO/g)).toHaveLength(8)
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(at('/household.ics'), { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await post('/todos', { summary: 'Something; new, and long: '.repeat(8), due: '20300131' })
    const changed = await fetch(at('/household.ics'), { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('DUE;VALUE=DATE:20300131')
  })

  it.each([
    ['http_404', 404],
    ['http_401', 401],
    ['http_429', 429],
    ['http_5xx', 503],
    ['html', 200],
    ['bad_ics', 200],
    ['huge', 200],
    ['private_redirect', 302],
  ])('plays %s once', async (kind, status) => {
    expect((await post('/faults', { kind })).status).toBeLessThan(300)
    const struck = await fetch(at('/household.ics'), { redirect: 'manual' })
    expect(struck.status).toBe(status)
    expect(await struck.text()).not.toContain('END:VCALENDAR')
    expect(await (await fetch(at('/household.ics'))).text()).toContain('END:VCALENDAR')
  })

  it('changes what a person changes', async () => {
    const { items } = (await (await fetch(at('/todos'))).json()) as { items: { uid: string }[] }
    const uid = items[0]?.uid ?? ''
    for (const verb of ['complete', 'reopen', 'delete']) {
      expect((await post(`/todos/${uid}/${verb}`)).status).toBe(200)
    }
    expect((await post(`/todos/${uid}/complete`)).status).toBe(404)
  })
})
