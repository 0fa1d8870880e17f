import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { errorInside, hang, openRaw, write, type SendOutcome, type Sending } from './send.ts'

const comment = ': OPENROUTER PROCESSING\n\n'
const commentEvery = 500

/** The answer as server-sent events: comments until the first token, usage in the last message, [DONE]. */
export async function sendStream(sending: Sending): Promise<SendOutcome> {
  const { reply, fault, signal } = sending
  if (fault === 'error_in_200') {
    reply.send(errorInside)
    return 'failed'
  }
  const raw = openRaw(reply, 'text/event-stream')
  raw.write(comment)
  if (fault === 'stall') {
    await keepCommenting(raw, sending, Number.POSITIVE_INFINITY)
    return await hang(signal)
  }
  await keepCommenting(raw, sending, sending.delay + sending.pace.firstToken(sending.endpoint))
  return await sendTokens(raw, sending)
}

async function keepCommenting(raw: ServerResponse, { clock, signal }: Sending, total: number): Promise<void> {
  for (let left = total; left > 0; left -= commentEvery) {
    await clock.wait(Math.min(left, commentEvery), signal)
    if (left > commentEvery) raw.write(comment)
  }
}

const half: ReadonlySet<string | undefined> = new Set(['stall_mid_stream', 'cut_stream', 'sse_error'])

async function sendTokens(raw: ServerResponse, sending: Sending): Promise<SendOutcome> {
  const { answer, endpoint, fault, pace, clock, signal } = sending
  const count = half.has(fault) ? Math.floor(answer.tokens.length / 2) : answer.tokens.length
  const began = clock.now().getTime()
  for (const [index, token] of answer.tokens.slice(0, count).entries()) {
    signal.throwIfAborted()
    await write(raw, event(chunk(answer, { role: 'assistant', content: token }, null)))
    // Against the clock, not token by token: late timers must not add up.
    const ahead = began + pace.tokens(endpoint, index + 1) - clock.now().getTime()
    if (ahead > 0) await clock.wait(ahead, signal)
  }
  if (fault === 'stall_mid_stream') return await hang(signal)
  if (fault === 'cut_stream') {
    // In the middle of an event, as a broken connection leaves it.
    await write(raw, event(chunk(answer, { role: 'assistant', content: 'x' }, null)).slice(0, 60))
    raw.destroy()
    return 'cut'
  }
  if (fault === 'sse_error') {
    await write(
      raw,
      event({
        ...chunk(answer, { content: '' }, 'error'),
        error: { code: 'server_error', message: 'Provider disconnected unexpectedly' },
      }),
    )
    raw.end()
    return 'failed'
  }
  finish(raw, sending)
  return fault === 'missing_done' ? 'cut' : 'complete'
}

function finish(raw: ServerResponse, { answer, fault }: Sending): void {
  const last = { role: 'assistant', content: '' }
  raw.write(event(chunk(answer, last, answer.finish)))
  if (fault !== 'no_usage') raw.write(event({ ...chunk(answer, last, null), usage: answer.usage }))
  raw.end(fault === 'missing_done' ? '' : 'data: [DONE]\n\n')
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}

function chunk(
  answer: Answer,
  delta: Readonly<Record<string, string>>,
  finishReason: string | null,
): Record<string, unknown> {
  return {
    id: answer.id,
    provider: answer.provider,
    model: answer.model,
    object: 'chat.completion.chunk',
    created: answer.created,
    choices: [
      { index: 0, delta, finish_reason: finishReason, native_finish_reason: finishReason, logprobs: null },
    ],
  }
}
