import { databaseKinds, send, signUp } from '@triptych/testkit'
import { describe, expect, it } from 'vitest'
import { openScene } from './system.ts'

describe.each(databaseKinds)('mails that identity asks for, on %s', (database) => {
  it('bring a link that verifies the address', async () => {
    const scene = await openScene(database)
    try {
      const person = await signUp(scene.system)
      await scene.system.settle()
      await scene.deliver()
      const [mail] = await scene.inbox(person.email)
      const link = new URL(mail?.links.find((each) => each.includes('verify-email')) ?? '')
      const token = link.searchParams.get('token')
      const reply = await send(scene.system, 'POST', '/api/v1/auth/verify-email', { body: { token } })
      expect(reply.body).toEqual({ email_verified: true })
      expect((await person.send('GET', '/api/v1/me')).body).toMatchObject({ email_verified: true })
    } finally {
      await scene.close()
    }
  })
})
