import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { newId } from '@triptych/kernel'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refuseUnreadable } from './unreadable.ts'

let app: FastifyInstance
beforeEach(async () => {
  app = Fastify({ clientErrorHandler: refuseUnreadable(newId) })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

/** Sends these bytes; the answer up to its end, as head and body. */
async function answerTo(bytes: string): Promise<{ head: string; body: unknown }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.end(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { head, body: JSON.parse(body) }
}

it.each([
  ['no method that exists', 'NOTHING / HTTP/1.1\r\nhost: localhost\r\n\r\n', 400, 'request.invalid'],
  ['no HTTP at all', '\u0016\u0003\u0001\r\n\r\n', 400, 'request.invalid'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'request.invalid',
  ],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'request.too_large',
  ],
])('answers %s with a problem', async (_what, bytes, status, code) => {
  const { head, body } = await answerTo(bytes)
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(head).toContain('Content-Type: application/problem+json')
  expect(body).toMatchObject({ status, code, detail: expect.any(String), request_id: expect.any(String) })
})
