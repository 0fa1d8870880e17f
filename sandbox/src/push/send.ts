import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import type { Browser, Browsers } from './browsers.ts'
import { decryptPush } from './decrypt.ts'
import type { PushFaultKind, PushFaults } from './faults.ts'
import type { Messages } from './messages.ts'
import { PushRefused, readPush } from './request.ts'
import { checkVapid, VapidRefused } from './vapid.ts'

export interface PushParts {
  readonly url: string
  readonly browsers: Browsers
  readonly messages: Messages
  readonly faults: PushFaults
  readonly clock: Clock
}

type SendRequest = FastifyRequest<{ Params: { id: string } }>

/** The push resource of RFC 8030 that every endpoint names. */
export async function mountSending(app: FastifyInstance, parts: PushParts): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_request, body, parsed) =>
      parsed(null, body),
    )
    scope.post<{ Params: { id: string } }>('/send/:id', async (request, reply) => {
      try {
        return await take(request, reply, parts)
      } catch (error) {
        if (!(error instanceof PushRefused) && !(error instanceof VapidRefused)) throw error
        return refuse(reply, error.status, error.message)
      }
    })
    done()
  })
}

async function take(request: SendRequest, reply: FastifyReply, parts: PushParts): Promise<FastifyReply> {
  const { browsers, messages, faults, clock, url } = parts
  const browser = browsers.find(request.params.id)
  if (browser === undefined) return refuse(reply, 404, 'Nobody has this address.')
  const strike = (kinds: readonly PushFaultKind[]) =>
    faults.take(kinds, ({ endpoint }) => endpoint === undefined || endpoint === browser.endpoint)
  const slow = strike(['slow'])
  if (slow !== undefined) await clock.wait(slow.options.delay_ms ?? 5000, connectionSignal(reply.raw))
  const failed = strike(['http_403', 'http_404', 'http_410', 'http_413', 'http_429', 'http_5xx'])
  if (failed !== undefined) return fail(reply, failed.kind, failed.options)
  if (browser.isGone) return refuse(reply, 410, 'This subscription has ended.')

  const { body, headers } = readPush(request)
  const expected = { origin: new URL(url).origin, serverKey: browser.serverKey, now: clock.now() }
  const vapid = await checkVapid(request.headers.authorization, expected)
  if (strike(['dead']) !== undefined) return reply.code(200).send()
  const { id } = messages.deliver({ endpoint: browser.endpoint, headers, vapid, ...open(body, browser) })
  return reply.code(201).header('location', `${url}/push/messages/${id}`).header('ttl', headers.ttl).send()
}

function open(body: Buffer, { keys }: Browser): { payload: string | null; opened: boolean } {
  if (body.length === 0) return { payload: null, opened: true }
  try {
    return { payload: decryptPush(body, keys).toString('utf8'), opened: true }
  } catch {
    return { payload: null, opened: false }
  }
}

function fail(
  reply: FastifyReply,
  kind: PushFaultKind,
  { status, retry_after: retryAfter }: { status?: number | undefined; retry_after?: number | undefined },
): FastifyReply {
  if (kind === 'http_5xx') return refuse(reply, status ?? 503, 'The service fails.')
  if (kind === 'http_429') reply.header('retry-after', String(retryAfter ?? 2))
  return refuse(reply, Number(kind.slice('http_'.length)), 'Set to go wrong.')
}

const refuse = (reply: FastifyReply, status: number, reason: string): FastifyReply =>
  reply.code(status).send({ reason })
