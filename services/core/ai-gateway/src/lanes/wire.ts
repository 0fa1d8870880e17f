import { OutboundError, type OutboundStream } from '@triptych/outbound'
import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { faultOfStatus, LaneFault } from './outcome.ts'

export interface Usage {
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  /** US dollars as the provider reported them. */
  readonly costUsd: number | undefined
}

/** What a completion says, piece by piece. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'served'; readonly model: string | undefined; readonly provider: string | undefined }
  | { readonly kind: 'finish'; readonly reason: string }
  | { readonly kind: 'usage'; readonly usage: Usage }
  | { readonly kind: 'done' }

const usageShape = z.object({
  prompt_tokens: z.number().catch(0),
  completion_tokens: z.number().catch(0),
  cost: z.number().optional().catch(undefined),
  prompt_tokens_details: z
    .object({ cached_tokens: z.number().catch(0) })
    .nullish()
    .catch(undefined),
})

const body = z.object({ content: z.string().nullish(), refusal: z.string().nullish() })

/** One chunk of a stream, or a whole completion: they differ in `delta` and `message` alone. */
const completionShape = z.object({
  model: z.string().optional().catch(undefined),
  provider: z.string().optional().catch(undefined),
  error: z.object({ code: z.union([z.number(), z.string()]).optional().catch(undefined) }).nullish(),
  choices: z
    .array(
      z.object({ delta: body.optional(), message: body.optional(), finish_reason: z.string().nullish() }),
    )
    .default([]),
  usage: usageShape.nullish(),
})

const longestBody = 1024 * 1024

/** Reads an answer to a chat request, streamed or not. Every fault is a `LaneFault`. */
export async function* readCompletion(answer: OutboundStream): AsyncGenerator<Piece> {
  const type = answer.headers['content-type'] ?? ''
  try {
    if (type.includes('text/event-stream')) yield* readEvents(answer.body)
    else yield* readWhole(answer.body, type)
  } catch (error) {
    if (error instanceof OutboundError) throw faultOfBody(error)
    throw error
  }
}

const faultOfBody = (error: OutboundError): LaneFault =>
  error.reason === 'timeout'
    ? new LaneFault('timeout', 'stalled_mid_answer')
    : new LaneFault(error.reason === 'cancelled' ? 'cancelled' : 'retryable', 'cut')

async function* readEvents(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const ready: Piece[] = []
  const fault: { found?: LaneFault } = {}
  // Comment lines ("still working") carry nothing and are left out by the parser.
  const parser = createParser({
    onEvent: ({ data }) => {
      try {
        ready.push(...piecesOfEvent(data))
      } catch (error) {
        fault.found ??= error as LaneFault
      }
    },
  })
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    parser.feed(decoder.decode(piece, { stream: true }))
    yield* ready.splice(0)
    if (fault.found !== undefined) throw fault.found
  }
}

function piecesOfEvent(data: string): Piece[] {
  if (data === '[DONE]') return [{ kind: 'done' }]
  return piecesOf(parse(data), 'error_event')
}

async function* readWhole(pieces: AsyncIterable<Uint8Array>, type: string): AsyncGenerator<Piece> {
  if (!type.includes('json')) throw new LaneFault('lane_down', 'not_a_stream')
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > longestBody) throw new LaneFault('lane_down', 'malformed_event')
  }
  yield* piecesOf(parse(text), 'error_in_200')
  yield { kind: 'done' }
}

function parse(data: string): z.output<typeof completionShape> {
  try {
    return completionShape.parse(JSON.parse(data))
  } catch {
    throw new LaneFault('lane_down', 'malformed_event')
  }
}

function piecesOf(
  { error, model, provider, choices, usage }: z.output<typeof completionShape>,
  where: 'error_event' | 'error_in_200',
): Piece[] {
  // The message is the provider's own and may quote the person: only its code is read.
  if (error !== undefined && error !== null) throw faultOfStatus(statusOf(error.code), where)
  const [choice] = choices
  const said = choice?.delta ?? choice?.message
  if (typeof said?.refusal === 'string' && said.refusal !== '') throw new LaneFault('refused', 'moderation')
  const finish = choice?.finish_reason
  if (finish === 'content_filter') throw new LaneFault('refused', 'moderation')
  return [
    { kind: 'served', model, provider },
    ...(typeof said?.content === 'string' && said.content !== ''
      ? [{ kind: 'text' as const, text: said.content }]
      : []),
    ...(typeof finish === 'string' ? [{ kind: 'finish' as const, reason: finish }] : []),
    ...(usage === undefined || usage === null ? [] : [{ kind: 'usage' as const, usage: readUsage(usage) }]),
  ]
}

const readUsage = (usage: z.output<typeof usageShape>): Usage => ({
  inputTokens: usage.prompt_tokens,
  cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
  outputTokens: usage.completion_tokens,
  costUsd: usage.cost,
})

/** Codes inside a body are numbers, or names for what would have been a 502. */
function statusOf(code: number | string | undefined): number {
  const status = Number(code)
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 502
}
