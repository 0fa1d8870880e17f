import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRecordingClock, postJson, startSandbox } from '../../test/start.ts'
import type { Sandbox } from '../server.ts'
import type { MailView } from './routes.ts'

const clock = createRecordingClock()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock })
})
beforeEach(async () => {
  await fetch(`${sandbox.url}/mail/reset`, { method: 'POST' })
  clock.waits.length = 0
})
afterAll(async () => sandbox.close())

const fault = (body: object): Promise<Response> => postJson(`${sandbox.url}/mail/faults`, body)

async function inbox(to = ''): Promise<MailView[]> {
  const response = await fetch(`${sandbox.url}/mail/messages?to=${encodeURIComponent(to)}`)
  return ((await response.json()) as { items: MailView[] }).items
}

async function smtp(mail: SendMailOptions, auth?: { user: string; pass: string }): Promise<void> {
  const port = Number(new URL(sandbox.addresses['mail']?.['smtp'] ?? '').port)
  const transport = createTransport({ host: '127.0.0.1', port, ...(auth === undefined ? {} : { auth }) })
  await transport.sendMail({ from: 'Triptych <hello@triptych.example>', to: 'dana@example.com', ...mail })
  transport.close()
}

const plain: SendMailOptions = { subject: 'Hello', text: 'Hello Dana' }

describe('by SMTP', () => {
  it('shows a mail with its text, HTML, links, headers and attachments', async () => {
    await smtp({
      to: ['Dana@example.com'],
      bcc: ['hidden@example.com'],
      subject: 'Grüße 🌿',
      text: 'Confirm: http://localhost:3000/verify?token=a1.',
      html: '<a href="http://localhost:3000/verify?token=a1&amp;x=2">Confirm</a> <img src="cid:leaf">',
      headers: { 'List-Unsubscribe': '<http://localhost:3000/u>' },
      attachments: [
        { filename: 'Übersicht.txt', content: 'figures' },
        { filename: 'leaf.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'leaf' },
      ],
    })
    const [mail] = await inbox('dana@example.com')
    expect(mail).toMatchObject({
      to: ['Dana@example.com', 'hidden@example.com'],
      subject: 'Grüße 🌿',
      links: ['http://localhost:3000/verify?token=a1&x=2', 'http://localhost:3000/verify?token=a1'],
      via: 'smtp',
    })
    expect(mail?.headers['list-unsubscribe']).toBe('<http://localhost:3000/u>')
    expect(await inbox('hidden@example.com')).toHaveLength(1)
    expect(mail?.attachments).toHaveLength(2)
    const listed = mail?.attachments.find(({ filename }) => filename === 'Übersicht.txt')
    expect(listed).toMatchObject({ content_type: 'text/plain', size: 7 })
    const file = await fetch(sandbox.url + (listed?.url ?? ''))
    expect([await file.text(), file.headers.get('content-type')]).toEqual([
      'figures',
      'application/octet-stream',
    ])
  })

  it('puts the newest first and shows one recipient only, on request', async () => {
    await smtp({ ...plain, subject: 'one' })
    await smtp({ ...plain, subject: 'two', to: 'other@example.com' })
    await smtp({ ...plain, subject: 'three' }, { user: 'any', pass: 'thing' })
    expect((await inbox()).map(({ subject }) => subject)).toEqual(['three', 'two', 'one'])
    expect((await inbox('DANA@example.com')).map(({ subject }) => subject)).toEqual(['three', 'one'])
    expect((await fetch(`${sandbox.url}/mail/messages`, { method: 'DELETE' })).status).toBe(204)
    expect(await inbox()).toEqual([])
  })

  it.each([
    ['smtp_421', 421],
    ['smtp_451', 451],
    ['smtp_550', 550],
  ])('%s refuses with its code, once', async (kind, responseCode) => {
    await fault({ kind })
    await expect(smtp(plain)).rejects.toMatchObject({ responseCode })
    expect(await inbox()).toEqual([])
    await smtp(plain)
    expect(await inbox()).toHaveLength(1)
  })

  it('smtp_drop breaks the connection', async () => {
    await fault({ kind: 'smtp_drop' })
    await expect(smtp(plain)).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNECTION|ESOCKET|ECONNRESET/),
    })
    expect(await inbox()).toEqual([])
  })

  it('smtp_slow waits as long as one says', async () => {
    await fault({ kind: 'smtp_slow', delay_ms: 4321 })
    await smtp(plain)
    expect(clock.waits).toEqual([4321])
  })

  it('strikes only the address one names', async () => {
    await fault({ kind: 'smtp_550', to: 'gone@example.com', times: 'always' })
    await smtp(plain)
    await expect(smtp({ ...plain, to: 'gone@example.com' })).rejects.toMatchObject({ responseCode: 550 })
    expect(await inbox()).toHaveLength(1)
  })
})

describe("by SendGrid's interface", () => {
  const send = (body: object, key = 'SG.key'): Promise<Response> =>
    postJson(`${sandbox.url}/mail/v3/mail/send`, body, { authorization: `Bearer ${key}` })
  const message = {
    personalizations: [
      { to: [{ email: 'dana@example.com' }] },
      { to: [{ email: 'ada@example.com' }], subject: 'For Ada' },
    ],
    from: { email: 'hello@triptych.example', name: 'Triptych' },
    subject: 'For all',
    content: [
      { type: 'text/plain', value: 'Plain' },
      { type: 'text/html', value: '<p>Rich</p>' },
    ],
    attachments: [{ content: Buffer.from('a,b').toString('base64'), filename: 'a.csv', type: 'text/csv' }],
  }

  it('takes a message for several people and answers 202 with an id', async () => {
    const response = await send(message)
    expect([response.status, await response.text()]).toEqual([202, ''])
    expect(response.headers.get('x-message-id')).toMatch(/^mail_/)
    expect((await inbox('ada@example.com'))[0]).toMatchObject({
      subject: 'For Ada',
      html: '<p>Rich</p>',
      via: 'http',
    })
    expect((await inbox('dana@example.com'))[0]).toMatchObject({
      subject: 'For all',
      attachments: [{ size: 3 }],
    })
  })

  it('refuses a missing key and an unfinished message, with the field', async () => {
    expect((await postJson(`${sandbox.url}/mail/v3/mail/send`, message)).status).toBe(401)
    const response = await send({ ...message, from: undefined })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ field: 'from' }] })
  })

  it.each([
    ['http_401', 401],
    ['http_429', 429],
    ['http_503', 503],
  ])('%s answers so, once', async (kind, status) => {
    await fault({ kind, ...(status === 429 ? { retry_after: 7 } : {}) })
    const response = await send(message)
    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '7' : null)
    expect(await inbox()).toEqual([])
    expect((await send(message)).status).toBe(202)
  })

  it('http_slow waits as long as one says', async () => {
    await fault({ kind: 'http_slow', delay_ms: 99 })
    expect((await send(message)).status).toBe(202)
    expect(clock.waits).toEqual([99])
  })
})

describe('the inbox page', () => {
  it('shuts foreign HTML in and shows its inline pictures', async () => {
    await smtp({
      subject: '<script>alert(1)</script>',
      html: '<script>alert(1)</script><img src="cid:leaf"><img src="https://evil.example/pixel">',
      attachments: [{ filename: 'leaf.png', content: 'png', contentType: 'image/png', cid: 'leaf' }],
    })
    const [mail] = await inbox()
    const page = await (await fetch(`${sandbox.url}/mail?id=${mail?.id}`)).text()
    expect(page).not.toContain('<script>alert')
    expect(page).toMatch(/<iframe[^>]+sandbox="(?!.*allow-scripts)/)
    const frame = await fetch(`${sandbox.url}/mail/messages/${mail?.id}/html`)
    expect(frame.headers.get('content-security-policy')).toMatch(
      /^sandbox (?!.*allow-scripts).*default-src 'none'/,
    )
    expect(await frame.text()).toContain(`src="/mail/messages/${mail?.id}/attachments/0"`)
  })

  it('keeps the last 500', async () => {
    const message = {
      personalizations: Array.from({ length: 510 }, (_unused, index) => ({
        to: [{ email: `p${index}@example.com` }],
      })),
      from: { email: 'hello@triptych.example' },
      subject: 'Many',
      content: [{ type: 'text/plain', value: 'x' }],
    }
    await postJson(`${sandbox.url}/mail/v3/mail/send`, message, { authorization: 'Bearer key' })
    expect(await inbox()).toHaveLength(500)
    expect(await inbox('p509@example.com')).toHaveLength(1)
    expect(await inbox('p0@example.com')).toEqual([])
  })
})
