import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mirrorContract } from '../src/module.ts'
import {
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

const api = '/api/v1'

for (const database of databaseKinds) {
  describe(`writing on ${database}`, () => {
    let kalei: Kalei
    let ada: Person
    let page: string
    beforeAll(async () => {
      kalei = await bootMirror(database)
    })
    afterAll(() => kalei.system.close())
    beforeEach(async () => {
      kalei.gateway.answer = undefined
      ada = await signUp(kalei.system)
      page = await startSession(ada)
      kalei.gateway.calls.length = 0
    })

    it('marks a thought in the person’s own words and keeps it', async () => {
      const message = await write(ada, page, thought)
      expect(message).toMatchObject({ status: 'ok', content: thought, engine: 'offline-1', crisis: null })
      expect(message.fragments.length).toBeGreaterThan(0)
      expect(await readSession(ada, page)).toMatchObject({
        messages: 1,
        items: [message],
        fragments_by_type: { overgeneralization: 1 },
      })
    })

    it('says nothing about a text that is only sad', async () => {
      const message = await write(ada, page, 'Grandma died on Sunday. I miss her voice.')
      expect(message.fragments).toEqual([])
    })

    it('quotes exactly, with emoji and combining marks around the words', async () => {
      const written = `👩‍👩‍👧 cafe\u0301 zalgo\u0335 🥲 — I always ruin everything 🫠. Today was fine e\u0301.`
      const { fragments, content } = await write(ada, page, written)
      expect(fragments.length).toBeGreaterThan(0)
      for (const { start, end, text } of fragments) expect(content.slice(start, end)).toBe(text)
    })

    it('drops what the gateway quotes wrongly, and says how much', async () => {
      const real = { type: 'labeling', confidence: 0.9 }
      kalei.gateway.answer = async (_operation, run) => {
        const answer = (await run()) as object
        return {
          ...answer,
          fragments: [
            { ...real, start: 0, end: 5, text: 'wrong' },
            { ...real, start: 0, end: 1, text: '\ud83e' },
            { ...real, start: 3, end: 900, text: 'I am a fool' },
            { ...real, start: 3, end: 14, text: 'I am a fool' },
            { ...real, start: 5, end: 9, text: 'am a' },
          ],
        }
      }
      const { fragments } = await write(ada, page, '🫠 I am a fool')
      expect(fragments).toMatchObject([{ start: 3, end: 14, text: 'I am a fool' }])
      expect(
        kalei.logs.some((line) => line.includes('mirror.fragments_dropped') && line.includes('"count":4')),
      ).toBe(true)
    })

    it('reads an edit anew and lets go of what the old words gave', async () => {
      const first = await write(ada, page, thought)
      const old = first.fragments[0]?.id ?? ''
      await reframe(ada, old)
      const edited = await editTo(ada, first.id, 'Lunch was good.')
      expect(edited).toMatchObject({
        status: 200,
        body: { id: first.id, content: 'Lunch was good.', fragments: [] },
      })
      expect((edited.body as MessageBody).edited_at).not.toBeNull()
      expect((await reframe(ada, old)).status).toBe(404)
      expect(await readSession(ada, page)).toMatchObject({ messages: 1, fragments_by_type: {} })
      const kept = (await rowsOf(kalei.system, 'mirror.mirror_reframes')).find(
        (row) => row['fragment_id'] === old,
      )
      expect(kept).toMatchObject({ sealed_answer: null, reserved_until: null })
    })

    it('keeps the views of a fragment and gives them again without asking again', async () => {
      const { fragments } = await write(ada, page, thought)
      const id = fragments[0]?.id ?? ''
      const first = await reframe(ada, id)
      expect(first).toMatchObject({
        status: 200,
        body: { id, status: 'ok', engine: 'offline-1', crisis: null },
      })
      expect((first.body as { reframes: unknown[] }).reframes).toHaveLength(3)
      expect((await reframe(ada, id)).body).toEqual(first.body)
      expect(kalei.gateway.calls.filter(({ operation }) => operation === 'reframeFragment')).toHaveLength(1)
    })

    it('closes with a reflection, and closing again gives the same answer', async () => {
      await write(ada, page, thought)
      const first = await close(ada, page)
      expect(first).toMatchObject({
        status: 200,
        body: { id: page, engine: 'offline-1', fragments_by_type: { overgeneralization: 1 }, crisis: null },
      })
      expect((await close(ada, page)).body).toEqual(first.body)
      const session = await readSession(ada, page)
      expect(session.reflection).toBe((first.body as { reflection: string }).reflection)
      expect(kalei.gateway.calls.filter(({ operation }) => operation === 'reflectOnSession')).toHaveLength(1)
    })

    it('refuses new words and edits once it is closed', async () => {
      const message = await write(ada, page, thought)
      await close(ada, page)
      for (const reply of [await sendTo(ada, page, 'More.'), await editTo(ada, message.id, 'Less.')]) {
        expect(reply).toMatchObject({ status: 409, body: { code: 'mirror.session_closed' } })
      }
    })

    it('says something honest about a blank page, without a model', async () => {
      const reply = await close(ada, page)
      expect(reply).toMatchObject({
        status: 200,
        body: { engine: null, fragments_by_type: {}, crisis: null },
      })
      expect((reply.body as { reflection: string }).reflection).toContain('blank')
      expect(kalei.gateway.calls).toEqual([])
    })

    it('lets a reflection go with a message that it came from', async () => {
      const first = await write(ada, page, thought)
      await write(ada, page, 'Then I went for a walk by the river.')
      await close(ada, page)
      expect((await ada.send('DELETE', `${api}/mirror/messages/${first.id}`)).status).toBe(204)
      expect(await readSession(ada, page)).toMatchObject({
        reflection: null,
        messages: 1,
        fragments_by_type: {},
      })
      const again = await close(ada, page)
      expect(again).toMatchObject({ status: 200, body: { fragments_by_type: {} } })
      expect(kalei.gateway.calls.at(-1)?.input['messages']).toEqual(['Then I went for a walk by the river.'])
    })

    it('keeps no answer of what was deleted for a repeated request', async () => {
      const key = (name: string) => ({ 'idempotency-key': name })
      const first = await write(ada, page, thought)
      const fragment = first.fragments[0]?.id ?? ''
      const turned = await reframe(ada, fragment, key('turn'))
      expect((await reframe(ada, fragment, key('turn'))).body).toEqual(turned.body)
      await editTo(ada, first.id, 'Lunch was good.')
      expect((await reframe(ada, fragment, key('turn'))).status).toBe(404)
      const second = await write(ada, page, thought)
      expect((await close(ada, page, key('close'))).body).toHaveProperty(
        'fragments_by_type.overgeneralization',
        1,
      )
      await ada.send('DELETE', `${api}/mirror/messages/${second.id}`)
      expect((await close(ada, page, key('close'))).body).toHaveProperty('fragments_by_type', {})
      await ada.send('DELETE', `${api}/mirror/sessions/${page}`)
      expect((await close(ada, page, key('close'))).status).toBe(404)
      const kept = await rowsOf(kalei.system, 'mirror.idempotency_keys')
      expect(kept.filter((row) => row['user_id'] === ada.userId && row['sealed_output'] !== null)).toEqual([])
    })

    it('leaves no row behind when a session is deleted', async () => {
      const { fragments } = await write(ada, page, thought)
      await reframe(ada, fragments[0]?.id ?? '')
      expect((await ada.send('DELETE', `${api}/mirror/sessions/${page}`)).status).toBe(204)
      expect((await ada.send('GET', `${api}/mirror/sessions/${page}`)).status).toBe(404)
      for (const table of ['mirror_sessions', 'mirror_messages', 'mirror_fragments', 'mirror_reframes']) {
        const rows = await rowsOf(kalei.system, `mirror.${table}`)
        expect(rows.filter((row) => row['user_id'] === ada.userId)).toEqual([])
      }
    })

    it('lists sessions newest first, a page at a time', async () => {
      const second = await startSession(ada)
      await write(ada, second, thought)
      const first = await ada.send('GET', `${api}/mirror/sessions?limit=1`)
      expect(first.body).toMatchObject({
        items: [{ id: second, messages: 1, fragments_by_type: { overgeneralization: 1 } }],
        next_cursor: second,
      })
      const rest = await ada.send('GET', `${api}/mirror/sessions?cursor=${second}`)
      expect(rest.body).toMatchObject({ items: [{ id: page, messages: 0 }], next_cursor: null })
    })

    it('answers for another person’s ids as for ids that do not exist', async () => {
      const message = await write(ada, page, thought)
      const bob = await signUp(kalei.system)
      const fragment = message.fragments[0]?.id ?? ''
      const asks: ((id: string) => Promise<{ text: string; status: number }>)[] = [
        (id) => sendTo(bob, id, 'Lunch was good.'),
        (id) => close(bob, id),
        (id) => bob.send('GET', `${api}/mirror/sessions/${id}`),
        (id) => bob.send('DELETE', `${api}/mirror/sessions/${id}`),
      ]
      const asksMessage = [
        (id: string) => editTo(bob, id, 'Lunch was good.'),
        (id: string) => bob.send('DELETE', `${api}/mirror/messages/${id}`),
      ]
      const bare = (reply: { text: string; status: number }) => ({
        status: reply.status,
        text: reply.text.replace(/"request_id":"[^"]*"/, ''),
      })
      for (const [ask, own] of [
        ...asks.map((one) => [one, page] as const),
        ...asksMessage.map((one) => [one, message.id] as const),
        [(id: string) => reframe(bob, id), fragment] as const,
      ]) {
        const foreign = bare(await ask(own))
        expect(foreign.status).toBe(404)
        expect(foreign).toEqual(bare(await ask(newId())))
      }
      expect(await readSession(ada, page)).toMatchObject({ messages: 1, closed_at: null })
    })

    it('stores no word readable, and announces none', async () => {
      const written = 'I always ruin everything with Marzipanella.'
      const { fragments } = await write(ada, page, written)
      await reframe(ada, fragments[0]?.id ?? '')
      await close(ada, page)
      await kalei.system.settle()
      const tables = [
        'mirror_sessions',
        'mirror_messages',
        'mirror_fragments',
        'mirror_reframes',
        'outbox',
        'inbox',
      ]
      for (const table of [...tables, 'idempotency_keys']) {
        for (const row of await rowsOf(kalei.system, `mirror.${table}`)) {
          for (const value of Object.values(row)) {
            const bytes =
              value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value)
            expect(bytes).not.toMatch(/Marzipanella|ruin everything/)
          }
        }
      }
      expect(kalei.logs.join('\n')).not.toMatch(/Marzipanella|ruin everything/)
    })

    it('gives everything back in an export', async () => {
      const message = await write(ada, page, thought)
      await reframe(ada, message.fragments[0]?.id ?? '')
      await write(ada, page, danger)
      await close(ada, page)
      const { sections } = await kalei.system
        .clientOf(mirrorContract)
        .exportPersonalData(kalei.system.contextFor(), { user_id: ada.userId })
      expect(sections).toMatchObject([
        {
          name: 'mirror_sessions',
          items: [
            {
              id: page,
              reflection: expect.any(String) as string,
              messages: [
                { content: thought, fragments: [{ reframes: [{}, {}, {}] }] },
                { content: danger, status: 'crisis' },
              ],
            },
          ],
        },
      ])
    })
  })
}
