import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { letGoWhenClosing } from './closing.ts'

let app: FastifyInstance
let begun: PromiseWithResolvers<void>
let finish: PromiseWithResolvers<void>
const agent = new Agent({ keepAlive: true })
beforeEach(() => {
  begun = Promise.withResolvers()
  finish = Promise.withResolvers()
  app = Fastify()
  app.get('/answer', async () => {
    begun.resolve()
    await finish.promise
    return 'answered'
  })
  app.get('/stream', async (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200).write('first, ')
    begun.resolve()
    await finish.promise
    reply.raw.end('last')
  })
})
afterEach(() => app.close())

const port = () => (app.server.address() as AddressInfo).port

it.each([
  ['/answer', 'answered', 'close'],
  ['/stream', 'first, last', 'keep-alive'],
])(
  'finishes %s and lets its connection go, which the client would have kept',
  async (path, said, connection) => {
    letGoWhenClosing(app)
    await app.listen({ port: 0 })
    const request = get({ port: port(), path, agent })
    const response = once(request, 'response') as Promise<[IncomingMessage]>
    await begun.promise
    const closed = app.close()
    await vi.waitUntil(() => !app.server.listening)
    finish.resolve()
    const [answer] = await response
    expect(await text(answer)).toBe(said)
    expect(answer.headers.connection).toBe(connection)
    await closed
  },
)

it('cuts a connection whose answer never comes', async () => {
  letGoWhenClosing(app, 50)
  await app.listen({ port: 0 })
  const socket = connect(port()).on('error', () => undefined)
  socket.write('GET /answer HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await begun.promise
  const ended = once(socket, 'close')
  await app.close()
  await ended
})
