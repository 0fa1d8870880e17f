import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../kit/page.ts'
import { pushPage } from './page.ts'
import { mountSending, type PushParts } from './send.ts'

const subscribing = z.object({
  /** As `PushManager.subscribe` takes it, in base64url. */
  application_server_key: z
    .string()
    .regex(/^[\w-]{87}$/, 'Use the 65 bytes of the P-256 public key in base64url.')
    .optional(),
})

/** What a browser and its vendor would do, and what arrived. */
export async function mountPush(app: FastifyInstance, parts: PushParts): Promise<void> {
  const { browsers, messages } = parts
  app.get('/', (_request, reply) => sendPage(reply, pushPage(browsers.list(), messages.list())))

  app.post('/subscriptions', (request, reply) => {
    const parsed = subscribing.safeParse(request.body ?? {})
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) })
    return reply.code(201).send(browsers.subscribe(parsed.data.application_server_key).subscription)
  })

  app.delete('/subscriptions', (request, reply) => {
    const { endpoint } = request.query as { endpoint?: string }
    const browser = browsers.list().find((each) => each.endpoint === endpoint)
    if (browser === undefined) return reply.code(404).send({ error: 'No browser has this endpoint.' })
    browser.isGone = true
    return reply.code(204).send()
  })

  app.get('/messages', (request) => {
    const { endpoint } = request.query as { endpoint?: string }
    return { items: messages.list(endpoint) }
  })

  app.delete('/messages', (_request, reply) => {
    messages.clear()
    return reply.code(204).send()
  })

  await mountSending(app, parts)
}
