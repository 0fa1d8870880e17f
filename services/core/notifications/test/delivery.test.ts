import { newId } from '@triptych/kernel'
import { databaseKinds, sampleOf, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notifications, openScene, type Scene } from './system.ts'

const deadMails = 'triptych_dead_letters{dead_source="notifications",module="notifications"}'

interface Row {
  status: string
  attempts: number
  error_code: string | null
  sealed_content: Uint8Array | null
  sealed_recipient: Uint8Array | null
}

describe.each(databaseKinds)('mails on %s, over SMTP', (database) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(database)
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    await fetch(`${scene.sandbox.url}/mail/reset`, { method: 'POST' })
  })

  const send = (to: string, more: object = {}) =>
    notifications(scene.system).sendEmail(scene.system.contextFor(), {
      to,
      template: 'verify_email',
      locale: 'en',
      variables: { link: 'https://triptych.example/verify?token=a1', name: 'Dana' },
      dedupe_key: `verify:${newId()}`,
      ...more,
    })
  const rowOf = async (key: string): Promise<Row | undefined> =>
    (
      await scene.system.database.asOwner<Row>(
        `select * from notifications.emails where dedupe_key = '${key}'`,
      )
    )[0]
  const address = () => `${newId()}@example.com`

  it('arrives with text, HTML, link and attachment, and keeps nothing of what it said', async () => {
    const [to, key] = [address(), `verify:${newId()}`]
    const attachment = {
      filename: 'license.json',
      content_type: 'application/json',
      content: btoa('{"a":1}'),
    }
    expect(await send(to, { dedupe_key: key, attachments: [attachment] })).toEqual({ queued: true })
    await scene.system.settle()
    const [mail] = await scene.inbox(to)
    expect(mail).toMatchObject({ to: [to], subject: 'Confirm your e-mail address', via: 'smtp' })
    expect(mail?.text).toContain('Hello Dana,')
    expect(mail?.text).toContain('https://triptych.example/verify?token=a1')
    expect(mail?.links).toContain('https://triptych.example/verify?token=a1')
    expect(mail?.attachments).toMatchObject([{ filename: 'license.json', size: 7 }])
    expect(await rowOf(key)).toMatchObject({ status: 'sent', attempts: 1, sealed_content: null })
  })

  it('sends the same dedupe_key once, also to two that ask at once', async () => {
    const [to, dedupe_key] = [address(), `verify:${newId()}`]
    const asked = await Promise.all([send(to, { dedupe_key }), send(to, { dedupe_key })])
    expect(asked.filter(({ queued }) => queued)).toHaveLength(1)
    expect(await send(to, { dedupe_key })).toEqual({ queued: false })
    await scene.deliver()
    expect(await scene.inbox(to)).toHaveLength(1)
  })

  it.each([['smtp_421'], ['smtp_451'], ['smtp_drop']])(
    'tries again after %s, without a second mail',
    async (kind) => {
      const [to, dedupe_key] = [address(), `verify:${newId()}`]
      await scene.fault({ kind, to, times: 2 })
      await send(to, { dedupe_key })
      await scene.system.settle()
      expect(await rowOf(dedupe_key)).toMatchObject({ status: 'failed', attempts: 1 })
      expect(await scene.inbox(to)).toEqual([])
      await scene.deliver()
      await scene.deliver()
      expect(await scene.inbox(to)).toHaveLength(1)
      expect(await rowOf(dedupe_key)).toMatchObject({ status: 'sent', attempts: 3, error_code: null })
    },
  )

  it('gives up at once on an address that does not exist, keeps a code and no sentence, and sends again when told', async () => {
    const [to, dedupe_key] = [address(), `verify:${newId()}`]
    await scene.fault({ kind: 'smtp_550', to })
    await send(to, { dedupe_key })
    await scene.deliver()
    await scene.deliver()
    expect(await rowOf(dedupe_key)).toMatchObject({ status: 'dead', attempts: 1, error_code: 'smtp_550' })
    expect(await sampleOf(scene.system, deadMails)).toBe(0)
    const [row] = await scene.system.database.asOwner<{ id: string }>(
      `select id from notifications.emails where dedupe_key = '${dedupe_key}'`,
    )
    const admin = scene.system.contextFor()
    await notifications(scene.system).retryEmail(admin, { id: row?.id ?? '' })
    await scene.deliver()
    expect(await scene.inbox(to)).toHaveLength(1)
  })

  it('gives up after its last attempt', async () => {
    const [to, dedupe_key] = [address(), `verify:${newId()}`]
    await scene.fault({ kind: 'smtp_451', to, times: 'always' })
    await send(to, { dedupe_key })
    for (let attempt = 0; attempt < 13; attempt += 1) await scene.deliver()
    expect(await rowOf(dedupe_key)).toMatchObject({ status: 'dead', attempts: 11, error_code: 'smtp_451' })
    expect(await sampleOf(scene.system, deadMails)).toBe(1)
  })

  it('waits for a slow server', async () => {
    const to = address()
    await scene.fault({ kind: 'smtp_slow', to, delay_ms: 600 })
    await send(to)
    await scene.system.settle()
    expect(await scene.inbox(to)).toHaveLength(1)
  })

  it('leaves a mail to the worker that holds it, until that worker’s time is over', async () => {
    const [to, dedupe_key] = [address(), `verify:${newId()}`]
    await scene.fault({ kind: 'smtp_451', to })
    await send(to, { dedupe_key })
    await scene.system.settle()
    await scene.system.database.asOwner(
      `update notifications.emails set status = 'sending', claimed_until = now() + interval '1 minute'
        where dedupe_key = '${dedupe_key}'`,
    )
    await scene.deliver()
    expect(await scene.inbox(to)).toEqual([])
    scene.system.clock.advance(120_000)
    await scene.deliver()
    expect(await scene.inbox(to)).toHaveLength(1)
    expect(await rowOf(dedupe_key)).toMatchObject({ status: 'sent' })
  })

  it('sends a mail again whose worker died before it could mark it, under the same Message-ID', async () => {
    const [to, dedupe_key] = [address(), `verify:${newId()}`]
    await scene.fault({ kind: 'smtp_451', to })
    await send(to, { dedupe_key })
    await scene.system.settle()
    const before = 'create table public.before_the_crash as select * from notifications.emails'
    await scene.system.database.asOwner(`${before} where dedupe_key = '${dedupe_key}'`)
    await scene.deliver()
    // The server took the mail; the mark and the end of the job were lost with the process.
    const [row] = await scene.system.database.asOwner<{ id: string }>(
      `update notifications.emails e set status = 'dead', sealed_content = b.sealed_content
         from public.before_the_crash b where b.id = e.id returning e.id`,
    )
    await scene.system.database.asOwner('drop table public.before_the_crash')
    await notifications(scene.system).retryEmail(scene.system.contextFor(), { id: row?.id ?? '' })
    await scene.deliver()
    const mails = await scene.inbox(to)
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ headers }) => headers['message-id'])).size).toBe(1)
    expect(mails[0]?.headers['message-id']).toMatch(/^<[0-9a-f]{40}@triptych\.example>$/)
  })

  it('seals a person’s mail under their key, and forgets the recipient of the last one', async () => {
    const person = await signUp(scene.system)
    const [mine, last] = [`verify:${newId()}`, `deleted:${newId()}`]
    const secret = `Dana ${newId()}`
    await scene.fault({ kind: 'smtp_451', times: 2 })
    await send(person.email, {
      dedupe_key: mine,
      user_id: person.userId,
      variables: { link: 'https://triptych.example/', name: secret },
    })
    await send(person.email, { template: 'account_deleted', variables: {}, dedupe_key: last })
    await scene.system.settle()
    const dump = JSON.stringify(await scene.system.database.asOwner('select * from notifications.emails'))
    expect(dump).not.toContain(secret)
    expect(dump).not.toContain(person.email)
    await scene.deliver()
    expect(await rowOf(mine)).toMatchObject({ status: 'sent' })
    expect(await rowOf(last)).toMatchObject({ status: 'sent', sealed_recipient: null, sealed_content: null })
    expect(scene.logs.join('\n')).not.toContain(person.email)
  })

  it.each([
    ['no link', { variables: {} }],
    ['a link that is no web address', { variables: { link: 'javascript:alert(1)' } }],
    ['a variable the template does not know', { variables: { link: 'https://a.example', colour: 'red' } }],
  ])('refuses %s', async (_what, more) => {
    await expect(send(address(), more)).rejects.toMatchObject({ code: 'notifications.email_incomplete' })
  })
})
