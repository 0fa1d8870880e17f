import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import { connectionSignal } from '../kit/connection.ts'
import { createAnswer } from './answer.ts'
import type { Call, CallLog } from './calls.ts'
import { OpenRouterError } from './errors.ts'
import type { OpenRouterFaults } from './faults.ts'
import type { Pace } from './pace.ts'
import { requestSchema, type ChatRequest } from './request.ts'
import { findCandidates } from './routing.ts'
import { checkStrictSchema } from './schema-check.ts'
import { hang, sendJson, type Sending } from './send.ts'
import { sendStream } from './stream.ts'
import {
  pickCandidate,
  requestFailure,
  takeAnswerFault,
  takeDelay,
  takeRequestFault,
  type Target,
} from './strike.ts'
import { hashMessages, type PromptCache } from './tokens.ts'

export interface ChatParts {
  readonly clock: Clock
  readonly faults: OpenRouterFaults
  readonly pace: Pace
  readonly cache: PromptCache
  readonly calls: CallLog
  /** The one key that is taken; any key when undefined. */
  readonly apiKey: string | undefined
  readonly nextId: () => string
}

/** POST /chat/completions, with a line in the call log whatever becomes of it. */
export async function serveChat(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ChatParts,
): Promise<FastifyReply> {
  const signal = connectionSignal(reply.raw)
  const call = openCall(request, parts)
  parts.calls.add(call)
  try {
    const chat = readRequest(request, parts.apiKey)
    const handled = await answerRequestFault({ chat, call, reply, signal }, parts)
    if (!handled) await answer({ chat, call, reply, signal }, parts)
  } catch (error) {
    return conclude(error, call, { reply, signal })
  }
  return reply
}

interface Exchange {
  readonly chat: ChatRequest
  readonly call: Call
  readonly reply: FastifyReply
  readonly signal: AbortSignal
}

function openCall(request: FastifyRequest, { nextId, clock }: ChatParts): Call {
  const body = (request.body ?? {}) as Partial<ChatRequest>
  const feature = request.headers['x-triptych-feature']
  const messages = Array.isArray(body.messages) ? body.messages : []
  return {
    id: nextId(),
    model: body.model ?? body.models?.[0] ?? '',
    stream: body.stream === true,
    at: clock.now().toISOString(),
    feature: typeof feature === 'string' ? feature : null,
    messages_sha256: hashMessages(messages),
    servedModel: null,
    provider: null,
    status: 0,
    outcome: 'open',
    fault: null,
    usage: null,
    messages,
  }
}

function readRequest(request: FastifyRequest, apiKey: string | undefined): ChatRequest {
  const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (key === undefined) throw new OpenRouterError(401, 'No auth credentials found')
  if (apiKey !== undefined && key !== apiKey) throw new OpenRouterError(401, 'User not found.')
  const parsed = requestSchema.safeParse(request.body)
  if (!parsed.success) throw new OpenRouterError(400, z.prettifyError(parsed.error))
  return parsed.data
}

function targetOf({ chat, call }: Pick<Exchange, 'chat' | 'call'>): Target {
  return { model: chat.model ?? chat.models[0], feature: call.feature ?? undefined, stream: chat.stream }
}

/** True when a fault that needs no provider has answered. */
async function answerRequestFault(exchange: Exchange, { faults }: ChatParts): Promise<boolean> {
  const { chat, call, reply, signal } = exchange
  const fault = takeRequestFault(faults, targetOf(exchange))
  if (fault === undefined) return false
  call.fault = fault.kind
  const failure = requestFailure(fault, chat)
  if (failure !== undefined) throw failure
  if (fault.kind === 'timeout') {
    reply.hijack()
    return await hang(signal)
  }
  call.status = fault.options.status ?? 502
  call.outcome = 'failed'
  reply
    .code(call.status)
    .type('text/html')
    .send(
      '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>502 Bad gateway</h1></body></html>',
    )
  return true
}

async function answer(exchange: Exchange, parts: ChatParts): Promise<void> {
  const { chat, call, reply, signal } = exchange
  const { faults, clock, pace, cache } = parts
  const asked = targetOf(exchange)
  const candidate = pickCandidate(findCandidates(chat), asked, { faults, clock })
  const { model, endpoint } = candidate
  const format = chat.response_format
  if (
    format?.type === 'json_schema' &&
    format.json_schema.strict === true &&
    endpoint.parameters.has('structured_outputs')
  ) {
    checkStrictSchema(format.json_schema.schema, endpoint)
  }
  const target = { ...asked, model: model.id, provider: endpoint.slug }
  const delay = takeDelay(faults, target)
  const fault = takeAnswerFault(faults, target)
  const created = Math.floor(clock.now().getTime() / 1000)
  const built = createAnswer({ request: chat, candidate, fault, cache, id: call.id, created })
  call.servedModel = built.model
  call.provider = built.provider
  call.fault = fault ?? (delay > 0 ? 'slow' : null)
  call.usage = built.usage
  call.status = 200
  const sending: Sending = { reply, answer: built, endpoint, fault, delay, pace, clock, signal }
  call.outcome = await (chat.stream ? sendStream(sending) : sendJson(sending))
}

function conclude(
  error: unknown,
  call: Call,
  { reply, signal }: Pick<Exchange, 'reply' | 'signal'>,
): FastifyReply {
  if (signal.aborted) {
    call.outcome = 'client_closed'
    return reply.sent ? reply : reply.hijack()
  }
  const failure = error instanceof OpenRouterError ? error : new OpenRouterError(500, 'Internal Server Error')
  call.status = failure.status
  call.outcome = 'failed'
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter)
  return reply.code(failure.status).send(failure.body)
}
