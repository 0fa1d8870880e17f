import { newId } from '@triptych/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notifications, openScene, type Scene } from './system.ts'

describe('mails over SendGrid', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene('embedded', (sandbox) => ({
      SENDGRID_API_KEY: 'SG.sandbox',
      SENDGRID_URL: `${sandbox.url}/mail`,
    }))
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    await fetch(`${scene.sandbox.url}/mail/reset`, { method: 'POST' })
  })

  const send = (to: string, dedupe_key = `verify:${newId()}`) =>
    notifications(scene.system).sendEmail(scene.system.contextFor(), {
      to,
      template: 'verify_email',
      locale: 'de',
      variables: { link: 'https://triptych.example/verify?token=a1' },
      attachments: [{ filename: 'license.json', content_type: 'application/json', content: btoa('{}') }],
      dedupe_key,
    })

  it('arrives with text, HTML and attachment', async () => {
    const to = `${newId()}@example.com`
    await send(to)
    await scene.system.settle()
    const [mail] = await scene.inbox(to)
    expect(mail).toMatchObject({ subject: 'Bestätige deine E-Mail-Adresse', via: 'http' })
    expect(mail?.attachments).toMatchObject([{ filename: 'license.json' }])
    expect(mail?.text).toContain('https://triptych.example/verify?token=a1')
  })

  it.each([
    ['http_429', 'sendgrid_429'],
    ['http_503', 'sendgrid_503'],
    ['http_401', 'sendgrid_401'],
  ])('tries again after %s', async (kind, code) => {
    const [to, key] = [`${newId()}@example.com`, `verify:${newId()}`]
    await scene.fault({ kind, ...(kind === 'http_401' ? {} : { to }) })
    await send(to, key)
    await scene.system.settle()
    const [row] = await scene.system.database.asOwner(
      `select * from notifications.emails where dedupe_key = '${key}'`,
    )
    expect(row).toMatchObject({ status: 'failed', error_code: code })
    await scene.deliver()
    expect(await scene.inbox(to)).toHaveLength(1)
  })
})
