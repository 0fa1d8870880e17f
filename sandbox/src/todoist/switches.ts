import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { badSyncTokenAnswers, modes, type App } from './app.ts'
import { loopbackUrl } from '../kit/loopback-url.ts'
import { read, sendOrReturn } from '../kit/switch-body.ts'
import type { TodoistParts } from './parts.ts'

const appSchema = z.strictObject({
  mode: z.enum(modes).optional(),
  bad_sync_token: z.enum(badSyncTokenAnswers).optional(),
})
const webhookSchema = z.strictObject({ url: loopbackUrl.nullable() })
const clockSchema = z.strictObject({ advance_seconds: z.coerce.number().min(0).max(1_000_000_000) })

/** What a test or a person sets while the sandbox runs: the app's mode, the callback, the time. */
export function mountSwitches(app: FastifyInstance, parts: TodoistParts): void {
  const { webhooks, clock } = parts
  app.get('/app', () => describe(parts.app))

  app.post('/app', (request, reply) => {
    const given = read(appSchema, request.body, reply)
    if (given === undefined) return reply
    if (given.mode !== undefined) parts.app.mode = given.mode
    if (given.bad_sync_token !== undefined) parts.app.badSyncToken = given.bad_sync_token
    return sendOrReturn(request, reply, describe(parts.app), '/todoist')
  })

  app.get('/webhooks', () => ({ url: webhooks.url ?? null, deliveries: webhooks.list() }))

  app.post('/webhooks', (request, reply) => {
    const given = read(webhookSchema, request.body, reply)
    if (given === undefined) return reply
    webhooks.url = given.url ?? undefined
    return sendOrReturn(request, reply, { url: given.url }, '/todoist')
  })

  app.get('/test/clock', () => ({ now: clock.now().toISOString() }))

  app.post('/test/clock', async (request, reply) => {
    const given = read(clockSchema, request.body, reply)
    if (given === undefined) return reply
    await webhooks.settled()
    await clock.advance(given.advance_seconds * 1000)
    return sendOrReturn(request, reply, { now: clock.now().toISOString() }, '/todoist')
  })
}

function describe({ mode, badSyncToken, clientId }: App): Record<string, unknown> {
  return { client_id: clientId, mode, bad_sync_token: badSyncToken }
}
