import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  announcedOf,
  bootMirror,
  close,
  type Kalei,
  readSession,
  reframe,
  rowsOf,
  sendTo,
  startSession,
  thought,
  whileBroken,
  write,
} from './system.ts'

const start = (person: Person, key = newId()) =>
  person.send('POST', '/api/v1/mirror/sessions', { body: {}, headers: { 'idempotency-key': key } })

for (const database of databaseKinds) {
  describe(`exactness on ${database}`, () => {
    let kalei: Kalei
    let ada: Person
    beforeAll(async () => {
      kalei = await bootMirror(database)
    })
    afterAll(() => kalei.system.close())
    beforeEach(async () => {
      ada = await signUp(kalei.system)
      kalei.gateway.calls.length = 0
      kalei.gateway.answer = undefined
    })

    const own = async (table: string) =>
      (await rowsOf(kalei.system, table)).filter((row) => row['user_id'] === ada.userId)

    it('opens exactly two sessions a week on free, under twenty parallel tries', async () => {
      const replies = await Promise.all(Array.from({ length: 20 }, () => start(ada)))
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(2)
      const refused = replies.filter(({ status }) => status === 402)
      expect(refused).toHaveLength(18)
      expect(refused[0]?.body).toMatchObject({ code: 'billing.limit_reached', limit: 2, upgrade_to: 'prism' })
      expect(await own('mirror.mirror_sessions')).toHaveLength(2)
    })

    it('gives the session back when it could not be opened', async () => {
      const reply = await whileBroken(kalei.system, 'mirror.mirror_sessions', () => start(ada))
      expect(reply.status).toBe(500)
      expect(await own('billing.usage')).toEqual([])
      expect((await start(ada)).status).toBe(201)
    })

    it('repeats the first answer under the same key and spends nothing', async () => {
      const key = newId()
      const first = await start(ada, key)
      const second = await start(ada, key)
      expect(second).toMatchObject({ status: 201, body: first.body as object })
      expect(await own('billing.usage')).toHaveLength(1)
      const page = (first.body as { id: string }).id
      const headers = { 'idempotency-key': newId() }
      const sent = await sendTo(ada, page, thought, headers)
      expect((await sendTo(ada, page, thought, headers)).body).toEqual(sent.body)
      expect(await own('mirror.mirror_messages')).toHaveLength(1)
      expect(kalei.gateway.calls).toHaveLength(1)
    })

    it('keeps every one of many messages sent at once, each in its place', async () => {
      const page = await startSession(ada)
      const contents = Array.from({ length: 12 }, (_, index) => `Line ${index} of the day.`)
      const replies = await Promise.all(contents.map((content) => sendTo(ada, page, content)))
      expect(replies.map(({ status }) => status)).toEqual(contents.map(() => 201))
      const { items } = await readSession(ada, page)
      expect(items.map(({ content }) => content).toSorted()).toEqual(contents.toSorted())
      const positions = (await own('mirror.mirror_messages')).map((row) => row['position'] as number)
      expect(positions.toSorted((a, b) => a - b)).toEqual(contents.map((_, index) => index + 1))
    })

    it('leaves nothing half done when saving fails after the answer came', async () => {
      const page = await startSession(ada)
      const headers = { 'idempotency-key': newId() }
      const broken = await whileBroken(kalei.system, 'mirror.mirror_fragments', () =>
        sendTo(ada, page, thought, headers),
      )
      expect(broken.status).toBe(500)
      expect(await readSession(ada, page)).toMatchObject({ messages: 0, items: [] })
      expect(await announcedOf(kalei.system, ada.userId)).toEqual(['mirror.session.started.v1'])
      expect((await sendTo(ada, page, thought, headers)).status).toBe(201)
    })

    it('keeps nothing when the gateway breaks off', async () => {
      const page = await startSession(ada)
      kalei.gateway.answer = () => Promise.reject(new Error('cut'))
      expect((await sendTo(ada, page, thought)).status).toBe(500)
      expect((await readSession(ada, page)).items).toEqual([])
    })

    it('turns ten fragments a session on free, exactly, also in parallel, and says what would lift it', async () => {
      const page = await startSession(ada)
      const messages = await Promise.all(Array.from({ length: 14 }, () => write(ada, page, thought)))
      const ids = messages.flatMap(({ fragments }) => fragments.slice(0, 1).map(({ id }) => id))
      expect(ids).toHaveLength(14)
      const replies = await Promise.all(ids.map((id) => reframe(ada, id)))
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(10)
      const refused = replies.filter(({ status }) => status === 402)
      expect(refused).toHaveLength(4)
      expect(refused[0]?.body).toMatchObject({
        code: 'mirror.reframe_limit',
        limit: 10,
        used: 10,
        resets_at: null,
        upgrade_to: 'prism',
      })
      expect(kalei.gateway.calls.filter(({ operation }) => operation === 'reframeFragment')).toHaveLength(10)
      const turned = ids.find((_, index) => replies[index]?.status === 200)
      expect((await reframe(ada, turned ?? '')).status).toBe(200)
    })

    it('gives a reframe back when the gateway broke off', async () => {
      const page = await startSession(ada)
      const { fragments } = await write(ada, page, thought)
      const id = fragments[0]?.id ?? ''
      kalei.gateway.answer = () => Promise.reject(new Error('cut'))
      expect((await reframe(ada, id)).status).toBe(500)
      expect(await own('mirror.mirror_reframes')).toEqual([])
      kalei.gateway.answer = undefined
      expect((await reframe(ada, id)).status).toBe(200)
    })

    it('reads the page again when somebody writes on while it is being closed', async () => {
      const page = await startSession(ada)
      await write(ada, page, 'The morning was grey.')
      let once = true
      kalei.gateway.answer = async (operation, run) => {
        const answer = await run()
        if (operation === 'reflectOnSession' && once) {
          once = false
          await write(ada, page, 'The evening was gold.')
        }
        return answer
      }
      expect((await close(ada, page)).status).toBe(200)
      expect(kalei.gateway.calls.at(-1)?.input['messages']).toEqual([
        'The morning was grey.',
        'The evening was gold.',
      ])
      const replies = await Promise.all([close(ada, page), close(ada, page)])
      expect(replies[0].body).toEqual(replies[1].body)
    })
  })
}
