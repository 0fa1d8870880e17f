import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import type { Clock } from '../kit/clock.ts'
import type { Answer } from './answer.ts'
import type { Endpoint } from './catalogue.ts'
import type { AnswerFault } from './faults.ts'
import type { Pace } from './pace.ts'

export interface Sending {
  readonly reply: FastifyReply
  readonly answer: Answer
  readonly endpoint: Endpoint
  readonly fault: AnswerFault | undefined
  /** Milliseconds on top of the usual time to the first token. */
  readonly delay: number
  readonly pace: Pace
  readonly clock: Clock
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal
}

export type SendOutcome = 'complete' | 'failed' | 'cut'

export const errorInside = {
  error: { code: 502, message: 'Provider returned error', metadata: { error_type: 'provider_unavailable' } },
}

/** Takes the connection over from Fastify, with the headers that were already set. */
export function openRaw(reply: FastifyReply, type: string): ServerResponse {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) raw.setHeader(name, value ?? '')
  raw.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  raw.flushHeaders()
  return raw
}

/** Waits for the client to go; nothing else ends it. */
export async function hang(signal: AbortSignal): Promise<never> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  throw signal.reason
}

/** The answer as one JSON document. */
export async function sendJson(sending: Sending): Promise<SendOutcome> {
  const { reply, answer, endpoint, fault, delay, pace, clock, signal } = sending
  if (fault === 'stall') {
    openRaw(reply, 'application/json')
    return await hang(signal)
  }
  await clock.wait(delay + pace.firstToken(endpoint) + pace.tokens(endpoint, answer.tokens.length), signal)
  if (fault === 'error_in_200') {
    reply.send(errorInside)
    return 'failed'
  }
  const text = JSON.stringify(completion(answer, fault))
  if (fault !== 'stall_mid_stream' && fault !== 'cut_stream') {
    reply.type('application/json').send(text)
    return 'complete'
  }
  const raw = openRaw(reply, 'application/json')
  await write(raw, text.slice(0, Math.floor(text.length / 2)))
  if (fault === 'stall_mid_stream') return await hang(signal)
  raw.destroy()
  return 'cut'
}

function completion(answer: Answer, fault: AnswerFault | undefined): Record<string, unknown> {
  return {
    id: answer.id,
    provider: answer.provider,
    model: answer.model,
    object: 'chat.completion',
    created: answer.created,
    choices: [
      {
        logprobs: null,
        finish_reason: answer.finish,
        native_finish_reason: answer.finish,
        index: 0,
        message: { role: 'assistant', content: answer.tokens.join(''), refusal: null },
      },
    ],
    system_fingerprint: null,
    ...(fault === 'no_usage' ? {} : { usage: answer.usage }),
  }
}

/** Writes and waits until the bytes have left, so that a cut comes after them. */
export async function write(raw: ServerResponse, text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    raw.write(text, () => resolve())
  })
}
