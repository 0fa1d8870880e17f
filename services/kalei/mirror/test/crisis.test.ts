import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  announcedOf,
  bootMirror,
  close,
  danger,
  editTo,
  type Kalei,
  type MessageBody,
  readSession,
  reframe,
  rowsOf,
  sendTo,
  startSession,
  thought,
  write,
} from './system.ts'

/** Nothing listens there: shared memory is away. */
const deadRedis = { REDIS_URL: 'redis://127.0.0.1:1' }

for (const database of databaseKinds) {
  describe(`danger on ${database}`, () => {
    let kalei: Kalei
    let ada: Person
    let page: string
    beforeAll(async () => {
      kalei = await bootMirror(database)
    })
    afterAll(() => kalei.system.close())
    beforeEach(async () => {
      ada = await signUp(kalei.system)
      page = await startSession(ada)
      kalei.gateway.calls.length = 0
      kalei.gateway.answer = undefined
    })

    const expectHelp = (reply: { status: number; body: unknown }, status = 201): MessageBody => {
      expect(reply).toMatchObject({
        status,
        body: {
          status: 'crisis',
          fragments: [],
          engine: null,
          crisis: { severity: expect.any(String) as string },
        },
      })
      const message = reply.body as MessageBody
      expect(message.crisis?.resources.length).toBeGreaterThan(0)
      return message
    }

    it('gives help, keeps the words sealed and puts nothing before a model', async () => {
      expect(expectHelp(await sendTo(ada, page, danger))).toHaveProperty('session_id', page)
      expect(kalei.gateway.calls).toEqual([])
      expect(await readSession(ada, page)).toMatchObject({
        messages: 1,
        fragments_by_type: {},
        items: [{ status: 'crisis', content: danger }],
      })
    })

    it('gives help in a closed session and in one that is not there, and keeps nothing of it', async () => {
      await close(ada, page)
      const closed = expectHelp(await sendTo(ada, page, danger))
      const nowhere = expectHelp(await sendTo(ada, newId(), danger))
      const edited = expectHelp(await editTo(ada, newId(), danger), 200)
      for (const lost of [closed, nowhere, edited]) expect(lost).toHaveProperty('session_id', null)
      expect(await readSession(ada, page)).toMatchObject({ messages: 0, items: [] })
      const events = await rowsOf(kalei.system, 'safety.safety_events')
      expect(events.map((row) => row['id'])).toContain(closed.crisis?.event_id)
    })

    it('gives help over the quota and over the rate limit', async () => {
      await startSession(ada)
      expect((await ada.send('POST', '/api/v1/mirror/sessions', { body: {} })).status).toBe(402)
      expectHelp(await sendTo(ada, page, danger))
      let last = await sendTo(ada, page, 'The tram was late.')
      for (let sent = 0; sent < 40 && last.status === 201; sent += 1)
        last = await sendTo(ada, page, 'The tram was late.')
      expect(last).toMatchObject({ status: 429, body: { code: 'request.limited' } })
      expect(last.headers.get('ratelimit-limit')).toBe('30')
      expect(last.headers.get('ratelimit-remaining')).toBe('0')
      expectHelp(await sendTo(ada, page, danger))
    })

    it('sees risk that is split over two messages, and over many short ones', async () => {
      expect((await write(ada, page, 'I want to')).status).toBe('ok')
      expectHelp(await sendTo(ada, page, 'kill myself'))
      const other = await startSession(ada)
      const statuses: string[] = []
      for (const word of ['I', 'want', 'to', 'die']) statuses.push((await write(ada, other, word)).status)
      expect(statuses.at(-1)).toBe('crisis')
    })

    it('sees risk that is split over two messages sent at once', async () => {
      const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
      kalei.gateway.answer = async (_operation, run) => {
        const gate = gates[kalei.gateway.calls.length - 1]
        const answer = await run()
        await gate?.promise
        return answer
      }
      const first = sendTo(ada, page, 'I want')
      await expect.poll(() => kalei.gateway.calls.length).toBe(1)
      const second = sendTo(ada, page, 'to die')
      await expect.poll(() => kalei.gateway.calls.length).toBe(2)
      gates[0]?.resolve(undefined)
      expect((await first).body).toMatchObject({ status: 'ok' })
      gates[1]?.resolve(undefined)
      expectHelp(await second)
      expect(await readSession(ada, page)).toMatchObject({ items: [{ status: 'ok' }, { status: 'crisis' }] })
    })

    it('takes an edit into danger out of everything derived, and an edit back in again', async () => {
      const message = await write(ada, page, thought)
      const fragment = message.fragments[0]?.id ?? ''
      await reframe(ada, fragment)
      kalei.gateway.calls.length = 0
      expectHelp(await editTo(ada, message.id, danger), 200)
      expect(kalei.gateway.calls).toEqual([])
      expect(await readSession(ada, page)).toMatchObject({
        fragments_by_type: {},
        items: [{ status: 'crisis' }],
      })
      expect((await reframe(ada, fragment)).status).toBe(404)
      expect(await announcedOf(kalei.system, ada.userId)).toContain('mirror.message.withdrawn.v1')
      const back = await editTo(ada, message.id, thought)
      expect(back).toMatchObject({ status: 200, body: { status: 'ok', crisis: null } })
      expect((back.body as MessageBody).fragments.length).toBeGreaterThan(0)
    })

    it('sees an edit that turns the next message into danger', async () => {
      const start = await write(ada, page, 'My phone is about')
      expect((await write(ada, page, 'to die')).status).toBe('ok')
      expectHelp(await editTo(ada, start.id, 'I want'), 200)
    })

    it('keeps danger out of the reflection, disputed or not', async () => {
      await write(ada, page, 'The tram was late and I laughed about it.')
      const { crisis } = expectHelp(await sendTo(ada, page, danger))
      const dispute = `/api/v1/safety/events/${crisis?.event_id ?? ''}/dispute`
      expect((await ada.send('POST', dispute, { body: {} })).status).toBe(200)
      kalei.gateway.calls.length = 0
      expect(await close(ada, page)).toMatchObject({ status: 200, body: { crisis: null } })
      expect(JSON.stringify(kalei.gateway.calls)).not.toContain('kill myself')
      expect(kalei.gateway.calls).toHaveLength(1)
    })

    it('sums up nothing when a page holds only danger', async () => {
      await sendTo(ada, page, danger)
      expect(await close(ada, page)).toMatchObject({
        status: 200,
        body: { engine: null, fragments_by_type: {} },
      })
      expect(kalei.gateway.calls).toEqual([])
    })

    it('announces a crisis to nobody', async () => {
      await sendTo(ada, page, danger)
      expect(await announcedOf(kalei.system, ada.userId)).toEqual(['mirror.session.started.v1'])
    })
  })

  describe(`shared memory away on ${database}`, () => {
    it('still gives help, still analyses, still counts sessions exactly', async () => {
      const kalei = await bootMirror(database, { environment: deadRedis })
      try {
        const ada = await signUp(kalei.system)
        const page = await startSession(ada)
        expect(await sendTo(ada, page, danger)).toMatchObject({ status: 201, body: { status: 'crisis' } })
        expect((await write(ada, page, thought)).fragments.length).toBeGreaterThan(0)
        await startSession(ada)
        expect((await ada.send('POST', '/api/v1/mirror/sessions', { body: {} })).status).toBe(402)
      } finally {
        await kalei.system.close()
      }
    })
  })
}
