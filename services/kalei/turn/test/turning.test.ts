import { aiGatewayErrors } from '@triptych/ai-gateway/contract'
import { failure, newId } from '@triptych/kernel'
import { databaseKinds, eventually, type Person, type Reply, signUp } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { turnContract } from '../src/module.ts'
import { bootTurn, danger, eventsIn, type Kalei, rowsOf, thought, turn, type TurnBody } from './system.ts'

const stream = { accept: 'text/event-stream' }

const leftOf = (reply: Reply | undefined) => ({
  limit: reply?.headers.get('ratelimit-limit'),
  remaining: reply?.headers.get('ratelimit-remaining'),
  reset: reply?.headers.get('ratelimit-reset'),
})

for (const database of databaseKinds) {
  describe(`turning on ${database}`, () => {
    let kalei: Kalei
    let ada: Person
    beforeAll(async () => {
      kalei = await bootTurn(database)
    })
    afterAll(() => kalei.system.close())
    beforeEach(async () => {
      kalei.gateway.stream = undefined
      ada = await signUp(kalei.system)
      kalei.gateway.calls = 0
    })

    const usage = () => rowsOf(kalei.system, 'billing.usage', ada)
    const turns = () => rowsOf(kalei.system, 'turn.turns', ada)

    it('gives three views and a small action as JSON, and keeps them', async () => {
      const reply = await turn(ada)
      expect(reply).toMatchObject({
        status: 201,
        body: { status: 'ok', thought, engine: 'offline-1', crisis: null },
      })
      const body = reply.body as TurnBody
      expect(body.reframes.map(({ lens }) => lens)).toEqual(['evidence', 'distance', 'kindness'])
      expect(body.micro_action?.minutes).toBeGreaterThan(0)
      expect((await ada.send('GET', `/api/v1/turns/${body.id}`)).body).toEqual(body)
      expect(await usage()).toMatchObject([{ reserved_until: null }])
    })

    it('streams the same in order, and again under the same key', async () => {
      const headers = { ...stream, 'idempotency-key': newId() }
      const first = await turn(ada, thought, headers)
      expect(first.headers.get('content-type')).toContain('text/event-stream')
      expect(eventsIn(first.text)).toEqual(['meta', 'reframe', 'reframe', 'reframe', 'micro_action', 'done'])
      const again = await turn(ada, thought, headers)
      expect(eventsIn(again.text)).toEqual(eventsIn(first.text))
      expect(again.text.split('event: done')[1]).toBe(first.text.split('event: done')[1])
      expect([kalei.gateway.calls, (await usage()).length, (await turns()).length]).toEqual([1, 1, 1])
    })

    it('gives help in place of everything, over the quota too, and spends nothing', async () => {
      for (let spent = 0; spent < 3; spent += 1) await turn(ada)
      expect(await turn(ada)).toMatchObject({
        status: 402,
        body: { code: 'billing.limit_reached', limit: 3, used: 3, upgrade_to: 'prism' },
      })
      kalei.gateway.calls = 0
      const reply = await turn(ada, danger)
      expect(reply).toMatchObject({
        status: 201,
        body: { status: 'crisis', reframes: [], micro_action: null },
      })
      expect((reply.body as TurnBody).crisis?.resources.length).toBeGreaterThan(0)
      expect(eventsIn((await turn(ada, danger, stream)).text)).toEqual(['crisis', 'done'])
      expect([kalei.gateway.calls, (await usage()).length]).toEqual([0, 3])
    })

    it('gives exactly three a day on free, under thirty parallel calls', async () => {
      const replies = await Promise.all(Array.from({ length: 30 }, () => turn(ada)))
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(3)
      expect(replies.filter(({ status }) => status === 402)).toHaveLength(27)
      expect([(await turns()).length, (await usage()).length, kalei.gateway.calls]).toEqual([3, 3, 3])
    })

    it('repeats the first answer under the same key and spends nothing', async () => {
      const headers = { 'idempotency-key': newId() }
      const first = await turn(ada, thought, headers)
      expect(await turn(ada, thought, headers)).toMatchObject({ status: 201, body: first.body as object })
      expect([kalei.gateway.calls, (await usage()).length, (await turns()).length]).toEqual([1, 1, 1])
    })

    it('never keeps an answer that broke off, says so in the stream and gives the turn back', async () => {
      kalei.gateway.stream = async function* broken(real) {
        yield (await real.next()).value
        yield (await real.next()).value
        throw failure(aiGatewayErrors.interrupted)
      }
      const streamed = await turn(ada, thought, stream)
      expect(eventsIn(streamed.text)).toEqual(['meta', 'reframe', 'error'])
      expect(streamed.text).toContain('ai-gateway.interrupted')
      expect(await turn(ada)).toMatchObject({ status: 503, body: { code: 'ai-gateway.interrupted' } })
      expect([(await turns()).length, (await usage()).length]).toEqual([0, 0])
    })

    it('passes a restart on and keeps only what came after it', async () => {
      kalei.gateway.stream = async function* again(real) {
        yield { type: 'reframe', lens: 'evidence', text: 'half a thought' }
        yield { type: 'restart' }
        return yield* real
      }
      const { text } = await turn(ada, thought, stream)
      expect(eventsIn(text).slice(0, 3)).toEqual(['reframe', 'restart', 'meta'])
      expect(text.split('event: done')[1]).not.toContain('half a thought')
    })

    it('gives the turn back and keeps nothing when the client leaves in the middle', async () => {
      let isStopped = false
      kalei.gateway.stream = async function* slow(real) {
        try {
          for (let words = 0; words < 500; words += 1) {
            yield { type: 'reframe', lens: 'evidence', text: `word ${words}` }
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
          return yield* real
        } finally {
          isStopped = true
        }
      }
      const leave = new AbortController()
      const response = await fetch(`${kalei.system.baseUrl}/api/v1/turns`, {
        method: 'POST',
        headers: {
          ...stream,
          'content-type': 'application/json',
          authorization: `Bearer ${ada.accessToken}`,
        },
        body: JSON.stringify({ thought }),
        signal: leave.signal,
      })
      const reader = response.body?.getReader()
      let read = ''
      while (!read.includes('event: reframe')) read += new TextDecoder().decode((await reader?.read())?.value)
      expect(await usage()).toHaveLength(1)
      leave.abort()
      await eventually(async () => expect(await usage()).toEqual([]))
      expect(isStopped).toBe(true)
      expect(await turns()).toEqual([])
    })

    it('refuses a flood, but never somebody in danger', async () => {
      const replies = await Promise.all(Array.from({ length: 32 }, () => turn(ada)))
      const refused = replies.find(({ status }) => status === 429)
      expect(leftOf(refused)).toEqual({ limit: '30', remaining: '0', reset: '2' })
      const helped = await turn(ada, danger)
      expect(helped).toMatchObject({ status: 201, body: { status: 'crisis' } })
      expect(leftOf(helped).limit).toBe('30')
    })

    it('tells what is left of the limit, to one who streams too', async () => {
      expect(leftOf(await turn(ada))).toEqual({ limit: '30', remaining: '29', reset: '0' })
      expect(leftOf(await turn(ada, thought, stream))).toEqual({ limit: '30', remaining: '28', reset: '0' })
    })

    it('keeps and deletes; help that was shown is no keepsake', async () => {
      const { id } = (await turn(ada)).body as TurnBody
      const crisis = (await turn(ada, danger)).body as TurnBody
      expect((await ada.send('POST', `/api/v1/turns/${id}/save`, { body: {} })).status).toBe(200)
      expect((await ada.send('POST', `/api/v1/turns/${crisis.id}/save`, { body: {} })).status).toBe(404)
      expect((await ada.send('GET', '/api/v1/turns?saved=true')).body).toMatchObject({ items: [{ id }] })
      expect((await ada.send('DELETE', `/api/v1/turns/${id}`)).status).toBe(204)
      expect((await turns()).map((row) => row['id'])).toEqual([crisis.id])
    })

    it('refuses a cursor that no page has given', async () => {
      for (const cursor of ['none', '%00', '%27', 'a'.repeat(300)])
        expect((await ada.send('GET', `/api/v1/turns?cursor=${cursor}`)).status).toBe(400)
    })

    it('answers for another person’s turn as for none', async () => {
      const { id } = (await turn(ada)).body as TurnBody
      const bob = await signUp(kalei.system)
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/save'],
        ['DELETE', ''],
      ] as const) {
        const body = method === 'POST' ? { body: {} } : {}
        const foreign = await bob.send(method, `/api/v1/turns/${id}${path}`, body)
        const missing = await bob.send(method, `/api/v1/turns/${newId()}${path}`, body)
        const bare = (text: string) => text.replace(/"request_id":"[^"]*"/, '')
        expect([foreign.status, bare(foreign.text)]).toEqual([404, bare(missing.text)])
      }
    })

    it('stores no word readable and gives every word back in an export', async () => {
      await turn(ada, 'I always ruin everything with Marzipanella.')
      for (const row of await turns()) {
        for (const value of Object.values(row)) {
          const bytes = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)
          expect(bytes).not.toMatch(/Marzipanella|ruin/)
        }
      }
      const exported = await kalei.system
        .clientOf(turnContract)
        .exportPersonalData(kalei.system.contextFor(), { user_id: ada.userId })
      expect(JSON.stringify(exported)).toContain('Marzipanella')
    })
  })

  describe(`shared memory away on ${database}`, () => {
    it('still gives help, and still counts turns exactly', async () => {
      const { system } = await bootTurn(database, { REDIS_URL: 'redis://127.0.0.1:1' })
      try {
        const ada = await signUp(system)
        const replies = await Promise.all(Array.from({ length: 6 }, () => turn(ada)))
        expect(replies.filter(({ status }) => status === 201)).toHaveLength(3)
        expect(await turn(ada, danger)).toMatchObject({ status: 201, body: { status: 'crisis' } })
      } finally {
        await system.close()
      }
    })
  })
}
