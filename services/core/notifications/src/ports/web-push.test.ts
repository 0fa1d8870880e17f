import { createECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@triptych/kernel'
import { expect, it } from 'vitest'
import { vapidOf } from './vapid.ts'
import { createWebPush } from './web-push.ts'

const vapid = vapidOf({
  VAPID_PRIVATE_KEY: randomBytes(32).toString('base64'),
  MAIL_FROM: 'A <a@example.org>',
})
const push = { payload: '{}', ttlSeconds: 60, urgency: 'normal' as const, topic: 'today' }
const keys = {
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
}

it('connects to no private address, whatever was kept, but to the running sandbox’s own port', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(201).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  try {
    const { signal } = new AbortController()
    const target = { endpoint: `${origin}/send/1`, keys }
    const elsewhere = createWebPush({ vapid, sandboxUrl: 'http://localhost:9', clock: systemClock })
    await expect(elsewhere.send(target, push, signal)).rejects.toMatchObject({
      code: 'push_blocked',
      failure: 'permanent',
    })
    expect(asked).toEqual([])
    await createWebPush({ vapid, sandboxUrl: origin, clock: systemClock }).send(target, push, signal)
    expect(asked).toEqual(['/send/1'])
  } finally {
    server.close()
  }
})
