import { newId } from '@triptych/kernel'
import { databaseKinds, type Person, personOf, send, signUp, testPassword } from '@triptych/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bootTurn, type Kalei, rowsOf, thought, turn, type TurnBody } from './system.ts'

const hourMs = 3_600_000

for (const database of databaseKinds) {
  describe(`one key twice on ${database}`, () => {
    let kalei: Kalei
    let ada: Person
    beforeAll(async () => {
      kalei = await bootTurn(database)
    })
    afterAll(() => kalei.system.close())
    beforeEach(async () => {
      kalei.gateway.stream = undefined
      kalei.gateway.calls = 0
      ada = await signUp(kalei.system)
    })

    const signInAgain = async (): Promise<void> => {
      const body = { email: ada.email, password: testPassword }
      const reply = await send(kalei.system, 'POST', '/api/v1/auth/login', { body })
      const signedIn = reply.body as Omit<Parameters<typeof personOf>[1], 'email'>
      ada = personOf(kalei.system, { ...signedIn, email: ada.email })
    }

    it('refuses the twin while the first is at work, and answers it afterwards', async () => {
      const [begun, allowed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      kalei.gateway.stream = async function* held(real) {
        begun.resolve()
        await allowed.promise
        return yield* real
      }
      const headers = { 'idempotency-key': newId() }
      const first = turn(ada, thought, headers)
      await begun.promise
      const twin = await turn(ada, thought, headers)
      expect(twin).toMatchObject({ status: 409, body: { code: 'request.in_progress' } })
      expect(twin.headers.get('retry-after')).toBe('1')
      allowed.resolve()
      const { status, text } = await first
      expect(status).toBe(201)
      expect(await turn(ada, thought, headers)).toMatchObject({ status, text })
      expect(kalei.gateway.calls).toBe(1)
      expect(await rowsOf(kalei.system, 'turn.turns', ada)).toHaveLength(1)
    })

    it('turns anew after 24 hours, and repeats that from then on', async () => {
      const headers = { 'idempotency-key': newId() }
      const first = await turn(ada, thought, headers)
      kalei.system.clock.advance(25 * hourMs)
      await signInAgain()
      const second = await turn(ada, thought, headers)
      expect(second.status).toBe(201)
      expect((second.body as TurnBody).id).not.toBe((first.body as TurnBody).id)
      expect(await turn(ada, thought, headers)).toMatchObject({ status: 201, text: second.text })
      expect(kalei.gateway.calls).toBe(2)
    })
  })
}
